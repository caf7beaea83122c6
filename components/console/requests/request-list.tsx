'use client';
import { Activity, SearchX } from 'lucide-react';
import Link from 'next/link';
import { Button, ButtonLink } from '@/components/ui/button';
import { DataTable, type Column } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { RequestSummary } from '@/lib/request-log';
import type { usePanel } from '../panel/use-panel';
import { LogTime, type LogZone } from './log-time';
import { StatusBadge } from './status-badge';

interface RequestListProps {
  readonly rows: readonly RequestSummary[] | undefined;
  readonly panel: ReturnType<typeof usePanel>;
  readonly zone: LogZone;
  readonly filtered: boolean;
  readonly refreshing: boolean;
  readonly onClear: () => void;
}

const duration = (milliseconds: number) =>
  `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds).toLocaleString('en-GB')} ms`;

/** Dense rows, newest first. */
export function RequestList({ rows, panel, zone, filtered, refreshing, onClear }: RequestListProps) {
  const columns: [Column<RequestSummary>, ...Column<RequestSummary>[]] = [
    {
      header: 'Request',
      cell: ({ id, method, path }) => (
        <Link
          {...panel.linkTo(id)}
          className="font-mono text-12 wrap-anywhere hover:underline focus-visible:underline"
        >
          <span className="mr-2 inline-block min-w-10 font-semibold">{method}</span>
          <span className="font-normal text-ink-soft">{path.replace('/partner/v1', '')}</span>
        </Link>
      ),
    },
    { header: 'Status', cell: ({ status }) => <StatusBadge status={status} /> },
    {
      header: 'Outcome',
      cell: ({ code, param, replayed, authenticated }) => (
        <span className="text-13 wrap-anywhere">
          {code !== null && <span className="font-mono text-12">{code}</span>}
          {param !== null && <span className="text-ink-muted"> in {param}</span>}
          {replayed && 'Answered from memory'}
          {!authenticated && <span className="text-ink-muted"> (not signed in)</span>}
        </span>
      ),
    },
    { header: 'Took', numeric: true, cell: ({ duration_ms }) => duration(duration_ms) },
    { header: 'Time', numeric: true, cell: ({ created }) => <LogTime at={created} zone={zone} /> },
  ];
  return (
    <DataTable
      caption="Requests, newest first"
      density="dense"
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      refreshing={refreshing}
      empty={
        filtered ? (
          <EmptyState
            icon={SearchX}
            title="No request matches"
            action={<Button onClick={onClear}>Clear all filters</Button>}
          >
            Nothing in the last 30 days has all of these.
          </EmptyState>
        ) : (
          <EmptyState
            icon={Activity}
            title="No requests yet"
            action={<ButtonLink href="/docs/quickstart">Make a first call</ButtonLink>}
          >
            Every call of this project appears here within two seconds, whatever became of it.
          </EmptyState>
        )
      }
    />
  );
}
