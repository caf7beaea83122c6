// SQL of projects.
import type { Tier } from '@/lib/core/project';
import { lookUp, statement, type Transaction } from '@/lib/db';

export interface ProjectRow {
  id: string;
  partner_id: string;
  name: string;
  livemode: boolean;
  tier: Tier;
  negotiated_limits: unknown;
  status: 'active' | 'suspended' | 'closed';
  partner_status: 'active' | 'suspended';
  acts_for_applicants: boolean;
  redirect_uris: string[];
  clock_offset_seconds: number;
  created_at: Date;
}

const select = lookUp<ProjectRow, [string]>(
  'project_find',
  `SELECT p.id, p.partner_id, p.name, p.livemode, p.tier, p.negotiated_limits, p.status, a.status AS partner_status,
          p.acts_for_applicants, p.redirect_uris, p.clock_offset_seconds, p.created_at
   FROM projects p JOIN partners a ON a.id = p.partner_id WHERE p.id = $1`,
);

export function selectProject(id: string): Promise<ProjectRow | null> {
  return select.first([id]);
}

const moveClockTo = statement<never, [string, number]>(
  'project_move_clock',
  'UPDATE projects SET clock_offset_seconds = $2 WHERE id = $1 AND NOT livemode AND clock_offset_seconds < $2',
);

/** Puts a sandbox's clock ahead. @returns whether it moved: it never goes back. */
export async function updateClock(id: string, offsetSeconds: number, tx: Transaction): Promise<boolean> {
  return (await moveClockTo.run([id, offsetSeconds], tx)) === 1;
}

const lockTheClock = statement<{ free: boolean }, [string]>(
  'project_lock_clock',
  'SELECT pg_try_advisory_xact_lock(7270010, hashtext($1)) AS free',
);
const clockOffset = statement<{ seconds: number }, [string]>(
  'project_clock_offset',
  'SELECT clock_offset_seconds AS seconds FROM projects WHERE id = $1',
);

/** Keeps others from moving this clock until the transaction ends. @returns its offset; null while another is at it. */
export async function lockClock(id: string, tx: Transaction): Promise<number | null> {
  if ((await lockTheClock.first([id], tx))?.free !== true) return null;
  return (await clockOffset.first([id], tx))?.seconds ?? null;
}

const selectOfPartner = statement<ProjectRow, [string]>(
  'projects_of_partner',
  `SELECT p.id, p.partner_id, p.name, p.livemode, p.tier, p.negotiated_limits, p.status, a.status AS partner_status,
          p.acts_for_applicants, p.redirect_uris, p.clock_offset_seconds, p.created_at
   FROM projects p JOIN partners a ON a.id = p.partner_id
   WHERE p.partner_id = $1 AND p.status <> 'closed' ORDER BY p.livemode DESC, p.created_at, p.id`,
);

/** Those that are not closed, live first. */
export function selectProjectsOfPartner(partnerId: string): Promise<ProjectRow[]> {
  return selectOfPartner.all([partnerId]);
}

/** Moves the project to `to` when it is in one of `from`. @returns whether it did. */
export async function updateStatus(
  id: string,
  from: readonly ProjectRow['status'][],
  to: ProjectRow['status'],
  tx: Transaction,
): Promise<boolean> {
  const changed = await tx.prisma.project.updateMany({
    where: { id, status: { in: [...from] } },
    // A closed sandbox gives its place up.
    data: { status: to, ...(to === 'closed' && { sandboxSlot: null }) },
  });
  return changed.count === 1;
}

const insertIntoSlot = statement<never, [string, string, string, number]>(
  'project_insert_sandbox',
  `INSERT INTO projects (id, partner_id, name, livemode, tier, sandbox_slot)
   SELECT $1, $2, $3, false, 'build', free.slot
   FROM generate_series(1, $4::int) AS free (slot)
   WHERE NOT EXISTS (SELECT FROM projects p WHERE p.partner_id = $2 AND p.sandbox_slot = free.slot)
   ORDER BY free.slot LIMIT 1`,
);

const lockPartner = statement<{ id: string }, [string]>(
  'project_lock_partner',
  `SELECT id FROM partners WHERE id = $1 FOR UPDATE`,
);

/** Stores a sandbox project in a free place of `slots`. @returns false when there is none. */
export async function insertSandboxProject(
  project: { readonly id: string; readonly partnerId: string; readonly name: string },
  slots: number,
  tx: Transaction,
): Promise<boolean> {
  await lockPartner.first([project.partnerId], tx); // so that two at once do not choose the same place
  return (await insertIntoSlot.run([project.id, project.partnerId, project.name, slots], tx)) === 1;
}

export async function insertLive(
  project: {
    readonly id: string;
    readonly partnerId: string;
    readonly name: string;
    readonly tier: Exclude<Tier, 'platform'>;
  },
  tx: Transaction,
): Promise<void> {
  await tx.prisma.project.create({ data: { ...project, livemode: true } });
}

/** Changes an open project's own fields. @returns whether there was one. */
export async function updateProject(
  id: string,
  data: {
    readonly name?: string;
    readonly redirectUris?: string[];
    readonly tier?: Exclude<Tier, 'platform'>;
  },
  tx: Transaction,
): Promise<boolean> {
  const changed = await tx.prisma.project.updateMany({ where: { id, status: { not: 'closed' } }, data });
  return changed.count === 1;
}
