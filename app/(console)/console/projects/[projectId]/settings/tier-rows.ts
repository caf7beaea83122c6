import type { TierRow } from '@/components/console/settings/limits-table';
import type { ProjectDetail } from '@/lib/projects';
import { tiers } from '@/lib/rate-limit';

const published = Object.entries(tiers).map(([tier, { bucket, concurrent }]) => ({
  tier,
  ...bucket,
  concurrent,
}));

/** The published tiers and, where it is negotiated, the project's own. */
export function tierRows({ tier: own, limits }: Pick<ProjectDetail, 'tier' | 'limits'>): TierRow[] {
  const rows = published.some(({ tier }) => tier === own)
    ? published
    : [...published, { tier: own, ...limits.bucket, concurrent: limits.concurrent }];
  return rows.map((row) => ({ ...row, isOwn: row.tier === own }));
}

/** The published tiers above the project's own, which it may ask for. */
export function higherTiers(project: Pick<ProjectDetail, 'tier' | 'limits'>) {
  const rows = tierRows(project);
  const own = rows.findIndex(({ isOwn }) => isOwn);
  return rows
    .slice(own + 1)
    .filter((row): row is TierRow & { tier: 'launch' | 'scale' } => row.tier !== 'build');
}
