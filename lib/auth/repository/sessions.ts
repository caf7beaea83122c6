// SQL of sessions. Reading one is on every request's path: one statement says who it is, what he may do now, and
// whether it still lives.
import { prisma, statement, type Transaction } from '@/lib/db';
import type { MemberRole, StaffRole } from '../roles';
import type { SessionKind } from '../session';

export interface SessionRow {
  id: string;
  kind: SessionKind;
  personId: string;
  email: string;
  name: string;
  hasTotp: boolean;
  createdAt: Date;
  expiresAt: Date;
  steppedUpAt: Date | null;
  partnerId: string | null;
  partnerName: string | null;
  partnerStatus: 'active' | 'suspended' | null;
  memberRole: MemberRole | null;
  staffRole: StaffRole | null;
  /** Not written down as used for a minute. */
  isStale: boolean;
}

const columns = `
  s.id, s.kind, s.person_id AS "personId", p.email, p.name, p.totp_secret_encrypted IS NOT NULL AS "hasTotp",
  s.created_at AS "createdAt", s.expires_at AS "expiresAt",
  CASE WHEN s.role_version = p.role_version THEN s.stepped_up_at END AS "steppedUpAt",
  a.id AS "partnerId", a.name AS "partnerName", a.status AS "partnerStatus", m.role AS "memberRole",
  t.role AS "staffRole", s.last_seen_at < now() - interval '1 minute' AS "isStale"`;

// No membership, no session: whoever leaves an account, or the staff, is signed out at once.
const living = `
  FROM sessions s JOIN people p ON p.id = s.person_id
  LEFT JOIN partner_members m ON s.kind = 'partner' AND m.partner_id = s.partner_id AND m.person_id = s.person_id
  LEFT JOIN partners a ON a.id = m.partner_id
  LEFT JOIN staff_members t ON s.kind = 'staff' AND t.person_id = s.person_id
  WHERE s.revoked_at IS NULL AND s.idle_expires_at > now() AND s.expires_at > now()
    AND COALESCE(m.role::text, t.role::text) IS NOT NULL`;

const find = statement<SessionRow, [Uint8Array, SessionKind]>(
  'session_find',
  `SELECT ${columns} ${living} AND s.token_hash = $1 AND s.kind = $2`,
);
const findById = statement<SessionRow, [string]>(
  'session_by_id',
  `SELECT ${columns} ${living} AND s.id = $1`,
);

export function findSession(tokenHash: Uint8Array, kind: SessionKind): Promise<SessionRow | null> {
  return find.first([tokenHash, kind]);
}

export function findSessionById(id: string): Promise<SessionRow | null> {
  return findById.first([id]);
}

const touch = statement<never, [string, number]>(
  'session_touch',
  `UPDATE sessions SET last_seen_at = now(), idle_expires_at = least(expires_at, now() + make_interval(secs => $2))
   WHERE id = $1 AND revoked_at IS NULL`,
);

export async function touchSession(id: string, idleSeconds: number): Promise<void> {
  await touch.run([id, idleSeconds]);
}

export interface NewSession {
  readonly id: string;
  readonly tokenHash: Uint8Array;
  readonly kind: SessionKind;
  readonly personId: string;
  readonly partnerId: string | null;
  readonly idleSeconds: number;
  readonly absoluteSeconds: number;
  readonly ipAddress: string;
  readonly userAgent: string;
}

const insert = statement<never, unknown[]>(
  'session_insert',
  `INSERT INTO sessions (id, token_hash, kind, person_id, partner_id, idle_expires_at, expires_at, ip_address,
     user_agent, role_version, stepped_up_at)
   SELECT $1, $2, $3::session_kind, p.id, $5, now() + make_interval(secs => $6), now() + make_interval(secs => $7),
     $8, $9, p.role_version, NULL
   FROM people p WHERE p.id = $4`,
);

export async function insertSession(row: NewSession, tx: Transaction): Promise<void> {
  await insert.run(
    [row.id, row.tokenHash, row.kind, row.personId, row.partnerId, row.idleSeconds, row.absoluteSeconds,
     row.ipAddress, row.userAgent],
    tx,
  ); // prettier-ignore
}

const renew = statement<never, [string, Uint8Array]>(
  'session_step_up',
  `UPDATE sessions s SET token_hash = $2, stepped_up_at = now(), role_version = p.role_version
   FROM people p WHERE p.id = s.person_id AND s.id = $1 AND s.revoked_at IS NULL`,
);

/** Notes the step-up and gives the session a new token. @returns whether it still lived. */
export async function renewSession(id: string, tokenHash: Uint8Array, tx: Transaction): Promise<boolean> {
  return (await renew.run([id, tokenHash], tx)) === 1;
}

export interface ListedSession {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  ipAddress: string;
  userAgent: string;
}

export function findSessionsOf(personId: string, kind: SessionKind): Promise<ListedSession[]> {
  const now = new Date();
  return prisma().session.findMany({
    where: { personId, kind, revokedAt: null, expiresAt: { gt: now }, idleExpiresAt: { gt: now } },
    select: { id: true, createdAt: true, lastSeenAt: true, ipAddress: true, userAgent: true },
    orderBy: { lastSeenAt: 'desc' },
  });
}

/** Ends the person's sessions: the one called `id`, or all, except the one called `keep`. @returns how many. */
export async function endSessions(
  personId: string,
  which: { readonly id?: string; readonly keep?: string },
  tx: Transaction,
): Promise<number> {
  const { count } = await tx.prisma.session.updateMany({
    where: {
      personId,
      revokedAt: null,
      ...(which.id !== undefined && { id: which.id }),
      ...(which.keep !== undefined && { NOT: { id: which.keep } }),
    },
    data: { revokedAt: new Date() },
  });
  return count;
}
