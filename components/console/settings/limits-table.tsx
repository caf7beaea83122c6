import { Badge } from '@/components/ui/badge';
import { DataTable, type Column } from '@/components/ui/data-table';

export interface TierRow {
  readonly tier: string;
  readonly ratePerSecond: number;
  readonly burst: number;
  readonly concurrent: number;
  readonly isOwn: boolean;
}

const columns: readonly [Column<TierRow>, ...Column<TierRow>[]] = [
  {
    header: 'Tier',
    cell: ({ tier, isOwn }) => (
      <span className="flex items-center gap-2">
        <span className="capitalize">{tier}</span>
        {isOwn && <Badge tone="accent">Yours</Badge>}
      </span>
    ),
  },
  { header: 'Requests a second', numeric: true, cell: ({ ratePerSecond }) => ratePerSecond },
  { header: 'Burst', numeric: true, cell: ({ burst }) => burst },
  { header: 'At once', numeric: true, cell: ({ concurrent }) => concurrent },
];

/** What each tier gives, and which one this project has. */
export function LimitsTable({ rows }: { rows: readonly TierRow[] }) {
  return <DataTable caption="Tiers" rows={rows} rowKey={({ tier }) => tier} columns={columns} />;
}
