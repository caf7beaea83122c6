// A project's usage over time: calls by operation and class of status, latencies, throttling (product §1 Usage).
import { csvText } from '@/lib/core/csv';
import { ApiError } from '@/lib/core/errors';
import { selectCalls, selectLatencies, type CallsRow } from './repository/read';
import { addBuckets, percentileMs } from './percentile';
import type { UsageQuery } from './schemas';

const stepMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
const mostPoints = 1_500;
const dayMs = 86_400_000;

const classOf = (status: number) => `${Math.floor(status / 100)}xx`;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function spanOf(query: UsageQuery) {
  const to = query.to === undefined ? new Date() : new Date(query.to);
  const from = query.from === undefined ? new Date(to.getTime() - dayMs) : new Date(query.from);
  const start = Math.floor(from.getTime() / stepMs[query.step]) * stepMs[query.step];
  const points = Math.ceil((to.getTime() - start) / stepMs[query.step]);
  if (points < 1 || points > mostPoints) {
    throw new ApiError('parameter_invalid', {
      param: 'from',
      message: `A span has 1 to ${mostPoints} steps; choose a longer step or a shorter span.`,
    });
  }
  return {
    from: new Date(start),
    to,
    instants: Array.from({ length: points }, (_, i) => start + i * stepMs[query.step]),
  };
}

const figures = (rows: readonly CallsRow[], buckets: readonly number[]) => {
  const calls = sum(rows.map((row) => row.calls));
  const throttled = sum(rows.filter((row) => row.status === 429).map((row) => row.calls));
  const errors = sum(rows.filter((row) => row.status >= 400 && row.status !== 429).map((row) => row.calls));
  return {
    calls,
    throttled,
    errors,
    throttled_share: calls === 0 ? 0 : throttled / calls,
    p50_ms: percentileMs(buckets, 0.5),
    p95_ms: percentileMs(buckets, 0.95),
    p99_ms: percentileMs(buckets, 0.99),
  };
};

/**
 * Points in order of time, without gaps; series that run beside them; totals, and the same for each operation.
 *
 * @throws ApiError `parameter_invalid` for a span of more than 1,500 steps.
 */
export async function showUsage({
  ctx,
  input,
}: {
  readonly ctx: { readonly project: { readonly id: string } };
  readonly input: UsageQuery;
}) {
  const { from, to, instants } = spanOf(input);
  const span = { projectId: ctx.project.id, from, to, step: input.step, operation: input.operation, clientId: input.client_id }; // prettier-ignore
  const [rows, latencies] = await Promise.all([selectCalls(span), selectLatencies(span)]);
  const bucketsWhere = (of: (row: (typeof latencies)[number]) => boolean) =>
    latencies.filter(of).reduce<readonly number[]>((all, row) => addBuckets(all, row.buckets), []);

  const place = new Map(instants.map((instant, index) => [instant, index]));
  const series = new Map<string, { operation: string; status_class: string; calls: number[] }>();
  for (const row of rows) {
    // Throttled calls are a series of their own, not a part of 4xx.
    const statusClass = row.status === 429 ? '429' : classOf(row.status);
    const key = `${row.operation_id} ${statusClass}`;
    let known = series.get(key);
    if (!known) {
      known = { operation: row.operation_id, status_class: statusClass, calls: instants.map(() => 0) };
      series.set(key, known);
    }
    const index = place.get(row.at.getTime());
    if (index !== undefined) known.calls[index] = (known.calls[index] ?? 0) + row.calls;
  }
  const rowsAt = Map.groupBy(rows, (row) => row.at.getTime());
  const latenciesAt = Map.groupBy(latencies, (row) => row.at.getTime());
  const operations = [...new Set(rows.map((row) => row.operation_id))];
  return {
    object: 'usage' as const,
    from: from.toISOString(),
    to: to.toISOString(),
    step: input.step,
    points: instants.map((instant) => ({
      at: new Date(instant).toISOString(),
      ...figures(
        rowsAt.get(instant) ?? [],
        (latenciesAt.get(instant) ?? []).reduce<readonly number[]>(
          (all, row) => addBuckets(all, row.buckets),
          [],
        ),
      ),
    })),
    series: [...series.values()],
    totals: figures(
      rows,
      bucketsWhere(() => true),
    ),
    operations: operations
      .map((operation) => ({
        operation,
        ...figures(
          rows.filter((row) => row.operation_id === operation),
          bucketsWhere((row) => row.operation_id === operation),
        ),
      }))
      .toSorted((a, b) => b.calls - a.calls),
  };
}

export type Usage = Awaited<ReturnType<typeof showUsage>>;

const columns = ['at', 'operation', 'status', 'calls', 'mean_ms'] as const;

/** The same calls as CSV (RFC 4180), one line for each step, operation and status. Names and figures of ours only. */
export async function usageCsv({
  ctx,
  input,
}: {
  readonly ctx: { readonly project: { readonly id: string } };
  readonly input: UsageQuery;
}): Promise<string> {
  const { from, to } = spanOf(input);
  const rows = await selectCalls({ projectId: ctx.project.id, from, to, step: input.step, operation: input.operation, clientId: input.client_id }); // prettier-ignore
  const lines = rows.map((row) => [
    row.at.toISOString(),
    row.operation_id,
    row.status,
    row.calls,
    (row.duration_us_sum / row.calls / 1000).toFixed(2),
  ]);
  return csvText(columns, lines, { rows: rows.length, calls: sum(rows.map((row) => row.calls)) });
}
