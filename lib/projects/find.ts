// The project of a token: cached, because every request needs it; dropped by the control feed when it changes.
import type { ProjectSnapshot } from '@/lib/core/project';
import { feedCache } from '@/lib/control-feed';
import { limitsOf } from '@/lib/rate-limit';
import { selectProject, type ProjectRow } from './repository';
import { standingOf } from './state';

/** A project with what only its own page shows. */
export interface ProjectDetail extends ProjectSnapshot {
  readonly created: Date;
}

export function toDetail(row: ProjectRow): ProjectDetail {
  return {
    id: row.id,
    partnerId: row.partner_id,
    name: row.name,
    livemode: row.livemode,
    tier: row.tier,
    limits: limitsOf({ tier: row.tier, negotiatedLimits: row.negotiated_limits }),
    standing: standingOf(row.status, row.partner_status),
    actsForApplicants: row.acts_for_applicants,
    redirectUris: row.redirect_uris,
    clockOffsetSeconds: row.clock_offset_seconds,
    created: row.created_at,
  };
}

const projects = () =>
  feedCache<ProjectDetail>('projects', {
    maximumEntries: 20_000,
    load: async (id) => {
      const row = await selectProject(id);
      return row && toDetail(row);
    },
    staleKey: ({ kind, subject }) =>
      kind === 'project_changed' || kind === 'project_revoked' ? subject : undefined,
  });

/** The project as it stands, at most a second old; null when there is none. */
export function findProject(id: string): Promise<ProjectDetail | null> {
  return projects().get(id);
}
