// Ends sessions: this one, another one of the same person, or all others.
import { ApiError } from '@/lib/core/errors';
import { recordAudit } from '@/lib/audit';
import type { Transaction } from '@/lib/db';
import { endSessions, findSessionsOf } from './repository/sessions';
import type { Session } from './session';

interface Call {
  readonly ctx: { readonly tx: Transaction; readonly session: Session; readonly requestId: string };
}

async function record({ ctx }: Call, act: string, objectId: string): Promise<void> {
  const { session, tx, requestId } = ctx;
  await recordAudit(tx, {
    stream: session.kind === 'partner' ? session.partner.id : 'platform',
    actor: actorOf(session),
    act,
    objectId,
    requestId,
  });
}

/** Who acts in a session. */
export function actorOf(session: Session): { kind: 'person' | 'staff'; personId: string; sessionId: string } {
  const kind = session.kind === 'partner' ? 'person' : 'staff';
  return { kind, personId: session.person.id, sessionId: session.id };
}

/** Ends the session that asks. */
export async function signOut(call: Call): Promise<void> {
  const { session, tx } = call.ctx;
  await endSessions(session.person.id, { id: session.id }, tx);
  await record(call, 'session.end', session.id);
}

/** Ends one session of the person. @throws ApiError `resource_not_found` for one that is not his, or has ended. */
export async function revokeSession(call: Call & { readonly input: { readonly id: string } }): Promise<void> {
  const { id } = call.input;
  const ended = await endSessions(call.ctx.session.person.id, { id }, call.ctx.tx);
  if (ended === 0) throw new ApiError('resource_not_found');
  await record(call, 'session.revoke', id);
}

/** Ends every other session of the person. @returns how many. */
export async function revokeOtherSessions(call: Call): Promise<number> {
  const { session, tx } = call.ctx;
  const ended = await endSessions(session.person.id, { keep: session.id }, tx);
  await record(call, 'session.revoke_others', session.person.id);
  return ended;
}

/** The person's living sessions of the same kind, last used first. */
export async function listSessions({ session }: { readonly session: Session }) {
  const rows = await findSessionsOf(session.person.id, session.kind);
  return rows.map((row) => ({
    id: row.id,
    current: row.id === session.id,
    created: row.createdAt.toISOString(),
    last_seen: row.lastSeenAt.toISOString(),
    ip_address: row.ipAddress,
    user_agent: row.userAgent,
  }));
}
