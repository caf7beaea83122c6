// Look-ups across tables for staff: partners, and what waits for a decision.
import { pool } from '@/lib/db';

export interface PartnerRow {
  readonly id: string;
  readonly name: string;
  readonly status: 'active' | 'suspended';
  readonly createdAt: Date;
  readonly companyNumber: string | null;
  readonly verification: 'none' | 'waiting' | 'verified';
  readonly liveProjects: number;
  readonly sandboxProjects: number;
  readonly openRequests: number;
}

export interface PartnerFilters {
  /** Part of a name, or a whole id of an account or project, or a company number. */
  readonly text?: string | undefined;
  readonly status?: 'active' | 'suspended' | undefined;
  readonly verification?: PartnerRow['verification'] | undefined;
  readonly beforeId?: string | undefined;
}

const verification = `CASE WHEN f.partner_id IS NULL THEN 'none' WHEN f.verified_at IS NULL THEN 'waiting' ELSE 'verified' END`;

/** Newest accounts first. */
export async function findPartners(filters: PartnerFilters, rows: number): Promise<PartnerRow[]> {
  const { text, status, verification: wanted, beforeId } = filters;
  const found = await pool().query<PartnerRow>(
    `SELECT a.id, a.name, a.status, a.created_at AS "createdAt", f.company_number AS "companyNumber",
       ${verification} AS verification,
       (SELECT count(*)::int FROM projects WHERE partner_id = a.id AND livemode AND status <> 'closed') AS "liveProjects",
       (SELECT count(*)::int FROM projects WHERE partner_id = a.id AND NOT livemode AND status <> 'closed') AS "sandboxProjects",
       (SELECT count(*)::int FROM project_requests WHERE partner_id = a.id AND status = 'open') AS "openRequests"
     FROM partners a LEFT JOIN partner_profiles f ON f.partner_id = a.id
     WHERE ($1::text IS NULL OR strpos(lower(a.name), lower($1)) > 0 OR strpos(lower(f.legal_name), lower($1)) > 0
         OR f.company_number = upper($1) OR a.id = $1
         OR EXISTS (SELECT FROM projects WHERE partner_id = a.id AND id = $1))
       AND ($2::text IS NULL OR a.status::text = $2) AND ($3::text IS NULL OR ${verification} = $3)
       AND ($4::text IS NULL OR a.id < $4)
     ORDER BY a.id DESC LIMIT $5`,
    [text ?? null, status ?? null, wanted ?? null, beforeId ?? null, rows],
  );
  return found.rows;
}

export interface WaitingRow {
  readonly kind: 'verification' | 'live' | 'tier';
  /** Of the request; of the account where a company waits to be verified. */
  readonly id: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly projectName: string | null;
  readonly tier: string | null;
  readonly since: Date;
}

/** What staff have to decide, longest waiting first. */
export async function findWaiting(): Promise<WaitingRow[]> {
  const { rows } = await pool().query<WaitingRow>(
    `SELECT 'verification' AS kind, a.id, a.id AS "partnerId", a.name AS "partnerName", NULL AS "projectName", NULL AS tier,
       f.updated_at AS since
     FROM partner_profiles f JOIN partners a ON a.id = f.partner_id WHERE f.verified_at IS NULL
     UNION ALL
     SELECT r.kind::text, r.id, a.id, a.name, coalesce(r.project_name, p.name), r.tier::text, r.requested_at
     FROM project_requests r JOIN partners a ON a.id = r.partner_id JOIN projects p ON p.id = r.project_id
     WHERE r.status = 'open'
     ORDER BY since, id LIMIT 200`,
  );
  return rows;
}

export interface PartnerFacts {
  readonly id: string;
  readonly name: string;
  readonly status: 'active' | 'suspended';
  readonly createdAt: Date;
  readonly profileUpdatedAt: Date | null;
  readonly verifiedAt: Date | null;
  readonly verifiedBy: string | null;
  readonly verifiedByName: string | null;
}

export async function findPartner(id: string): Promise<PartnerFacts | null> {
  const { rows } = await pool().query<PartnerFacts>(
    `SELECT a.id, a.name, a.status, a.created_at AS "createdAt", f.updated_at AS "profileUpdatedAt",
       f.verified_at AS "verifiedAt", f.verified_by AS "verifiedBy", v.name AS "verifiedByName"
     FROM partners a LEFT JOIN partner_profiles f ON f.partner_id = a.id LEFT JOIN people v ON v.id = f.verified_by
     WHERE a.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

export interface ProjectFacts {
  readonly id: string;
  readonly name: string;
  readonly livemode: boolean;
  readonly tier: string;
  /** Its own: a suspended partner stops an active project too. */
  readonly status: 'active' | 'suspended' | 'closed';
  readonly createdAt: Date;
}

/** All of them, closed ones last. */
export async function findProjects(partnerId: string): Promise<ProjectFacts[]> {
  const { rows } = await pool().query<ProjectFacts>(
    `SELECT id, name, livemode, tier, status, created_at AS "createdAt" FROM projects
     WHERE partner_id = $1 ORDER BY status = 'closed', livemode DESC, created_at, id`,
    [partnerId],
  );
  return rows;
}

export interface RequestPeople {
  readonly id: string;
  readonly askedBy: string | null;
  readonly decidedBy: string | null;
}

/** Who asked and who decided, by name. */
export async function findRequestPeople(partnerId: string): Promise<ReadonlyMap<string, RequestPeople>> {
  const { rows } = await pool().query<RequestPeople>(
    `SELECT r.id, a.name AS "askedBy", d.name AS "decidedBy" FROM project_requests r
     LEFT JOIN people a ON a.id = r.requested_by LEFT JOIN people d ON d.id = r.decided_by WHERE r.partner_id = $1`,
    [partnerId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Names of people by id; who is no person (an officer of the sandbox) is left out. */
export async function findNames(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool().query<{ id: string; name: string }>(
    'SELECT id, name FROM people WHERE id = ANY ($1)',
    [personIds],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
