// The projects of one partner, for its own console.
import type { Tier } from '@/lib/core/project';
import { selectProjectsOfPartner } from './repository';
import { standingOf } from './state';

export interface ProjectListing {
  readonly id: string;
  readonly name: string;
  readonly livemode: boolean;
  readonly tier: Tier;
  readonly standing: 'active' | 'suspended';
  readonly created: Date;
}

/** Live projects first, then by age; closed ones are left out. `partnerId` comes from the session, never from a request. */
export async function listProjects(partnerId: string): Promise<ProjectListing[]> {
  const rows = await selectProjectsOfPartner(partnerId);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    livemode: row.livemode,
    tier: row.tier,
    standing: standingOf(row.status, row.partner_status) === 'suspended' ? 'suspended' : 'active',
    created: row.created_at,
  }));
}
