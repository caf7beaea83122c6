import { Badge } from '@/components/ui/badge';
import { DataTable, type Column } from '@/components/ui/data-table';
import { DateTime } from '@/components/ui/date-time';
import type { WhatIf } from '@/lib/usage';
import { throttledShare, whatIfSentence } from './what-if-words';

type Row = WhatIf['tiers'][number];

interface WhatIfTableProps {
  readonly whatIf: WhatIf;
  /** The tier that is asked for. */
  readonly asked?: string | null;
}

const count = (value: number) => value.toLocaleString('en-GB');

const columnsFor = (asked: string | null): readonly [Column<Row>, ...Column<Row>[]] => [
  {
    header: 'Tier',
    cell: ({ tier, is_own }) => (
      <span className="flex flex-wrap items-center gap-2">
        <span className="capitalize">{tier}</span>
        {is_own && <Badge tone="accent">Present</Badge>}
        {tier === asked && <Badge tone="caution">Asked for</Badge>}
      </span>
    ),
  },
  {
    header: 'A second, burst, at once',
    numeric: true,
    cell: ({ rate_per_second, burst, concurrent }) => `${rate_per_second}, ${burst}, ${concurrent}`,
  },
  { header: 'Throttled', numeric: true, cell: ({ throttled }) => count(throttled) },
  { header: 'Share', numeric: true, cell: ({ throttled_share }) => throttledShare(throttled_share) },
  {
    header: 'By rate, by slots',
    numeric: true,
    cell: ({ throttled_by_rate, throttled_by_concurrency }) =>
      `${count(throttled_by_rate)}, ${count(throttled_by_concurrency)}`,
  },
  {
    header: 'Worst second',
    cell: ({ worst_second: worst }) =>
      worst === null ? (
        <span className="text-ink-muted">none</span>
      ) : (
        <>
          <DateTime at={worst.at} show="time" />, {count(worst.throttled)} throttled
        </>
      ),
  },
];

/** What each tier would have said to a day's calls: in a sentence, and in figures. */
export function WhatIfTable({ whatIf, asked = null }: WhatIfTableProps) {
  const { peak_second: peak } = whatIf;
  return (
    <div className="space-y-3">
      <p className="font-medium">{whatIfSentence(whatIf)}</p>
      <DataTable
        caption="Tiers, replayed"
        density="compact"
        columns={columnsFor(asked)}
        rows={whatIf.tiers}
        rowKey={({ tier }) => tier}
      />
      <p className="text-13 text-ink-muted">
        Replayed: <DateTime at={whatIf.from} /> to <DateTime at={whatIf.to} />
        {peak !== null && (
          <>
            . Busiest second: <DateTime at={peak.at} show="time" /> with {count(peak.arrivals)} calls
          </>
        )}
        .
      </p>
    </div>
  );
}
