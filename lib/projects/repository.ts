// SQL of projects.
import type { Tier } from '@/lib/core/project';
import { lookUp, type Transaction } from '@/lib/db';

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
