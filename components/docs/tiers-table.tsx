import { DataTable } from '../ui/data-table';

interface Tier {
  readonly bucket: { readonly ratePerSecond: number; readonly burst: number };
  readonly concurrent: number;
}

const uses: Readonly<Record<string, string>> = {
  build: 'Every sandbox',
  launch: 'A first live product',
  scale: 'Steady volume',
  platform: 'Agreed for one project',
};

/** The published tiers, and the one that is agreed. */
export function TiersTable({ tiers }: { tiers: Readonly<Record<string, Tier>> }) {
  const rows = [...Object.entries(tiers), ['platform', undefined] as const].map(([name, tier]) => ({
    name,
    tier,
  }));
  return (
    <DataTable
      caption="Rate limits by tier"
      rows={rows}
      rowKey={(row) => row.name}
      columns={[
        { header: 'Tier', cell: (row) => <code className="text-13 font-medium">{row.name}</code> },
        { header: 'For', cell: (row) => uses[row.name] },
        {
          header: 'Sustained',
          numeric: true,
          cell: (row) => (row.tier ? `${row.tier.bucket.ratePerSecond}/s` : 'negotiated'),
        },
        { header: 'Burst', numeric: true, cell: (row) => row.tier?.bucket.burst ?? 'negotiated' },
        { header: 'In flight', numeric: true, cell: (row) => row.tier?.concurrent ?? 'negotiated' },
      ]}
    />
  );
}
