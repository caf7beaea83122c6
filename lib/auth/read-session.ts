// Who a cookie's token stands for. One statement on every request, so that a sign-out, a changed role or a
// suspension counts from the next request on.
import { isTokenSpelling, hashToken } from './opaque-token';
import { findSession, findSessionById, touchSession, type SessionRow } from './repository/sessions';
import { sessionLimits, type Session, type SessionKind, type SessionOf } from './session';

function toSession(row: SessionRow): Session {
  const common = {
    id: row.id,
    person: { id: row.personId, email: row.email, name: row.name, hasTotp: row.hasTotp },
    startedAt: row.createdAt,
    expiresAt: row.expiresAt,
    steppedUpAt: row.steppedUpAt,
  };
  if (row.staffRole) return { ...common, kind: 'staff', role: row.staffRole };
  const { partnerId, partnerName, partnerStatus, memberRole } = row;
  if (!partnerId || !partnerName || !partnerStatus || !memberRole) {
    throw new Error(`The session ${row.id} has neither an account nor a staff role`);
  }
  const partner = { id: partnerId, name: partnerName, status: partnerStatus };
  return { ...common, kind: 'partner', partner, role: memberRole };
}

/** The living session of this token; null when there is none (any more). */
export async function readSession<Kind extends SessionKind>(
  kind: Kind,
  token: string | undefined,
): Promise<SessionOf<Kind> | null> {
  if (token === undefined || !isTokenSpelling(token)) return null;
  const row = await findSession(hashToken(token), kind);
  if (!row) return null;
  if (row.isStale) await touchSession(row.id, sessionLimits[kind].idleSeconds);
  return toSession(row) as SessionOf<Kind>; // the statement asked for this kind
}

/** The session as it is now; null once it ended. For streams, which outlive a request. Does not count as use. */
export async function rereadSession<S extends Session>(session: S): Promise<S | null> {
  const row = await findSessionById(session.id);
  return row ? (toSession(row) as S) : null;
}
