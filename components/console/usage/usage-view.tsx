'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ChartNoAxesColumn, Download } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { Button, ButtonLink } from '@/components/ui/button';
import { Chart } from '@/components/ui/chart';
import { SelectField } from '@/components/ui/choice';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { Stat } from '@/components/ui/stat';
import { TextLink } from '@/components/ui/text-link';
import { useNotice } from '@/components/ui/toast';
import { formatDateTime } from '@/lib/client/format';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import type { Usage } from '@/lib/usage';
import { QueryProblem } from '../panel/query-problem';
import { saveFile } from '../panel/save-file';
import { projectPath } from '../shell/places';
import { OperationTable } from './operation-table';
import { callPoints, latencyPoints } from './usage-points';
import {
  rangeLabel,
  ranges,
  spanOf,
  spanOfPoints,
  spanQuery,
  usageQuery,
  type Range,
  type Span,
} from './usage-range';

interface UsageViewProps {
  readonly projectId: string;
  readonly operations: readonly { readonly id: string; readonly label: string }[];
  readonly initial: Usage;
  readonly initialRange: Range;
  readonly initialOperation: string | null;
  readonly initialSpan: Span | undefined;
}

const refreshMs = 30_000;
const count = (value: number) => value.toLocaleString('en-GB');
const milliseconds = (value: number | null) =>
  value === null ? 'none' : `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
const moment = (x: number | string) => formatDateTime(new Date(x).toISOString()).replace(/ \d{4} at/, ',');

/** What the route is asked for: the span that was marked, else the latest of the range. */
const queryOf = (span: Span | undefined, range: Range, operation: string | null) => ({
  ...(span ? spanQuery(span) : usageQuery(range, Date.now())),
  operation,
});

/** The log with the filters of what is shown here. */
const requestsOf = (projectId: string, { from, to }: Span, operation: string | null) =>
  `${projectPath(projectId, 'requests')}?${new URLSearchParams({ created_after: from, created_before: to, ...(operation !== null && { operation }) })}`;

/** Calls, latencies and throttling over time; every figure leads to the calls behind it. */
export function UsageView({
  projectId,
  operations,
  initial,
  initialRange,
  initialOperation,
  initialSpan,
}: UsageViewProps) {
  const notify = useNotice();
  const router = useRouter();
  const [{ range, operation, from, to }, setFilters] = useQueryStates(
    {
      range: parseAsStringLiteral(ranges).withDefault('24h'),
      operation: parseAsString,
      from: parseAsString,
      to: parseAsString,
    },
    { history: 'push' },
  );
  const span = spanOf(from, to);
  const route = `/api/console/projects/${projectId}/usage`;
  const asked =
    range === initialRange &&
    operation === initialOperation &&
    span?.from === initialSpan?.from &&
    span?.to === initialSpan?.to;
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: queryKeys.ofProject(projectId, 'usage', { range, operation: operation ?? undefined, ...span }),
    queryFn: ({ signal }) => request<Usage>(route, { query: queryOf(span, range, operation), signal }),
    ...(asked && { initialData: initial }),
    refetchInterval: span ? false : refreshMs,
  });
  const csv = useMutation({
    mutationFn: () =>
      request<{ filename: string; csv: string }>(`${route}/export`, {
        query: queryOf(span, range, operation),
      }),
    onSuccess: ({ filename, csv: text }) => saveFile(filename, text),
    onError: ({ message }) => notify({ tone: 'problem', title: 'The file was not made', text: message }),
  });
  const filters = (
    <FilterBar
      label="Filter usage"
      active={
        span
          ? [
              {
                name: 'Zoomed to',
                value: `${moment(span.from)} to ${moment(span.to)}`,
                onRemove: () => void setFilters({ from: null, to: null }),
              },
            ]
          : []
      }
    >
      <SelectField
        bare
        label="Time"
        value={range}
        onChange={(event) => void setFilters({ range: event.target.value as Range, from: null, to: null })}
        options={ranges.map((value) => ({ value, label: rangeLabel(value) }))}
      />
      <SelectField
        bare
        label="Route"
        value={operation ?? ''}
        onChange={(event) => void setFilters({ operation: event.target.value || null })}
        options={[
          { value: '', label: 'All routes' },
          ...operations.map(({ id, label }) => ({ value: id, label })),
        ]}
      />
      <Button onClick={() => csv.mutate()} pendingLabel={csv.isPending ? 'Making file' : undefined}>
        <Download aria-hidden className="size-4" />
        Download CSV
      </Button>
    </FilterBar>
  );
  if (error && data === undefined) {
    return (
      <>
        {filters}
        <QueryProblem error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (data === undefined) return filters;
  const { totals } = data;
  /** Drawn across, a span to look into; a single step leads to its calls. */
  function onBrush(first: number | string, last: number | string) {
    if (data === undefined) return;
    const marked = spanOfPoints(Number(first), Number(last), data.step);
    if (first !== last) void setFilters(marked);
    else router.push(requestsOf(projectId, marked, operation));
  }
  return (
    <div
      {...(isPlaceholderData && { 'aria-busy': true })}
      className="transition-opacity aria-busy:opacity-60"
    >
      {filters}
      {totals.calls === 0 ? (
        <EmptyState
          icon={ChartNoAxesColumn}
          title={operation === null ? 'No calls in this time' : 'No calls of this route in this time'}
          action={<ButtonLink href="/docs/quickstart">Make a call</ButtonLink>}
        >
          Counts are exact and appear within a minute.
        </EmptyState>
      ) : (
        <div className="space-y-8">
          <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
            <Stat label="Calls" value={count(totals.calls)} />
            <Stat label="Errors" value={count(totals.errors)} note="4xx and 5xx, without 429" />
            <Stat
              label="Throttled"
              value={`${(totals.throttled_share * 100).toFixed(1)}%`}
              note={`${count(totals.throttled)} calls answered 429`}
            />
            <Stat
              label="Latency p95"
              value={milliseconds(totals.p95_ms)}
              note={`p50 ${milliseconds(totals.p50_ms)}, p99 ${milliseconds(totals.p99_ms)}`}
            />
          </div>
          <p className="text-13 text-ink-muted">
            Draw across a chart to zoom in; press a step to see its calls in the{' '}
            <TextLink href={requestsOf(projectId, data, operation)}>request log</TextLink>.
          </p>
          <Chart
            title="Calls by outcome"
            axisLabel="From"
            points={callPoints(data)}
            onBrush={onBrush}
            formatX={moment}
            formatValue={count}
            series={[
              { key: 'succeeded', label: '2xx', colour: 'first', kind: 'bar' },
              { key: 'redirected', label: '3xx', colour: 'second', kind: 'bar' },
              { key: 'refused', label: '4xx', colour: 'third', kind: 'bar' },
              { key: 'throttled', label: '429 throttled', colour: 'throttled', kind: 'bar' },
              { key: 'failed', label: '5xx', colour: 'failed', kind: 'bar' },
            ]}
          />
          <Chart
            title="Latency"
            axisLabel="From"
            points={latencyPoints(data)}
            onBrush={onBrush}
            formatX={moment}
            formatValue={(value) => `${Math.round(value)} ms`}
            series={[
              { key: 'p50', label: 'p50', colour: 'first' },
              { key: 'p95', label: 'p95', colour: 'second' },
              { key: 'p99', label: 'p99', colour: 'third' },
            ]}
          />
          <OperationTable projectId={projectId} usage={data} />
        </div>
      )}
    </div>
  );
}
