// Begins a session: a new row and a new token, whatever cookie the browser had before.
import type { Transaction } from '@/lib/db';
import { newId } from '@/lib/core/ids';
import { recordAudit } from '@/lib/audit';
import type { Caller } from './caller';
import { newToken } from './opaque-token';
import { insertSession } from './repository/sessions';
import { sessionLimits, type SessionKind } from './session';

interface Start {
  readonly kind: SessionKind;
  readonly personId: string;
  /** The account to work in; null for staff. */
  readonly partnerId: string | null;
  readonly caller: Caller;
  /** What was shown: password, password and code, … */
  readonly method: string;
}

const longestUserAgent = 256;

/** @returns the token for the cookie; the row has only its hash. */
export async function startSession(tx: Transaction, start: Start): Promise<{ id: string; token: string }> {
  const { kind, personId, partnerId, caller } = start;
  const { token, hash } = newToken();
  const id = newId('ses');
  await insertSession(
    {
      id,
      tokenHash: hash,
      kind,
      personId,
      partnerId,
      ...sessionLimits[kind],
      ipAddress: caller.address,
      userAgent: caller.userAgent.slice(0, longestUserAgent),
    },
    tx,
  );
  await recordAudit(tx, {
    stream: partnerId ?? 'platform',
    actor: { kind: kind === 'staff' ? 'staff' : 'person', personId, sessionId: id },
    act: 'session.start',
    objectId: id,
    requestId: caller.requestId,
    detail: { method: start.method },
  });
  return { id, token };
}
