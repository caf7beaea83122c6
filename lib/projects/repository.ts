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

type ProjectListRow = Pick<
  ProjectRow,
  'id' | 'name' | 'livemode' | 'tier' | 'status' | 'partner_status' | 'created_at'
>;

const selectOfPartner = statement<ProjectListRow, [string]>(
  'projects_of_partner',
  `SELECT p.id, p.name, p.livemode, p.tier, p.status, a.status AS partner_status, p.created_at
   FROM projects p JOIN partners a ON a.id = p.partner_id
   WHERE p.partner_id = $1 AND p.status <> 'closed' ORDER BY p.livemode DESC, p.created_at, p.id`,
);

/** Those that are not closed, live first. */
export function selectProjectsOfPartner(partnerId: string): Promise<ProjectListRow[]> {
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
    data: { status: to },
  });
  return changed.count === 1;
}

/** Inserts a sandbox project unless the account has `most` already. @returns whether it did. */
export async function insertSandboxProject(
  row: { readonly id: string; readonly partnerId: string; readonly name: string },
  most: number,
  tx: Transaction,
): Promise<boolean> {
  // Whoever asks at the same time waits, so that the count holds.
  await tx.prisma.$queryRaw`SELECT 1 FROM partners WHERE id = ${row.partnerId} FOR UPDATE`;
  const { partnerId } = row;
  const open = await tx.prisma.project.count({
    where: { partnerId, livemode: false, NOT: { status: 'closed' } },
  });
  if (open >= most) return false;
  await tx.prisma.project.create({ data: { ...row, livemode: false, tier: 'build' } });
  return true;
}
