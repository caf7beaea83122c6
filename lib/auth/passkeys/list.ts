// The passkeys a person has, and the end of one.
import { ApiError } from '@/lib/core/errors';
import { recordAudit } from '@/lib/audit';
import type { Transaction } from '@/lib/db';
import { deletePasskey, findPasskeysOf } from '../repository/passkeys';
import type { StaffSession } from '../session';
import { actorOf } from '../sign-out';

export async function listPasskeys({ session }: { readonly session: StaffSession }) {
  const rows = await findPasskeysOf(session.person.id);
  return rows.map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    created: createdAt.toISOString(),
    last_used: lastUsedAt?.toISOString() ?? null,
  }));
}

/** The authenticator app stays, so nobody locks himself out. @throws ApiError `resource_not_found`. */
export async function removePasskey(call: {
  readonly ctx: { readonly tx: Transaction; readonly session: StaffSession; readonly requestId: string };
  readonly input: { readonly id: string };
}): Promise<void> {
  const { tx, session, requestId } = call.ctx;
  const { id } = call.input;
  if (!(await deletePasskey(tx, session.person.id, id))) throw new ApiError('resource_not_found');
  await recordAudit(tx, { stream: 'platform', actor: actorOf(session), act: 'passkey.remove', objectId: id, requestId }); // prettier-ignore
}
