// Reading usage: sums of whole minutes, by step of time.
import { pool, statement } from '@/lib/db';

export interface UsageSpan {
  readonly projectId: string;
  readonly from: Date;
  readonly to: Date;
  readonly step: 'minute' | 'hour' | 'day';
  readonly operation?: string | undefined;
  readonly clientId?: string | undefined;
}

export interface CallsRow {
  readonly at: Date;
  readonly operation_id: string;
  readonly status: number;
  readonly calls: number;
  readonly duration_us_sum: number;
}

export interface LatencyRow {
  readonly at: Date;
  readonly operation_id: string;
  readonly buckets: number[];
}

const where = `project_id = $1 AND minute >= $2 AND minute < $3
  AND ($5::text IS NULL OR operation_id = $5) AND ($6::text IS NULL OR client_id = $6)`;

const valuesOf = ({ projectId, from, to, step, operation, clientId }: UsageSpan) =>
  [projectId, from, to, step, operation ?? null, clientId ?? null] as const;

const calls = statement<CallsRow, ReturnType<typeof valuesOf>>(
  'usage_calls',
  `SELECT date_trunc($4, minute, 'UTC') AS at, operation_id, status, sum(calls)::float8 AS calls,
          sum(duration_us_sum)::float8 AS duration_us_sum
   FROM usage_minutes WHERE ${where} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
);

/** Calls by step, operation and status. */
export function selectCalls(span: UsageSpan): Promise<CallsRow[]> {
  return calls.all(valuesOf(span));
}

const latencies = statement<LatencyRow, ReturnType<typeof valuesOf>>(
  'usage_latencies',
  `SELECT at, operation_id, array_agg(calls ORDER BY place) AS buckets
   FROM (
     SELECT date_trunc($4, minute, 'UTC') AS at, operation_id, place, sum(bucket)::float8 AS calls
     FROM usage_minutes, unnest(buckets) WITH ORDINALITY AS histogram (bucket, place)
     WHERE ${where} AND status <> 429 GROUP BY 1, 2, 3
   ) AS sums GROUP BY 1, 2`,
);

/** Latency histograms by step and operation, of calls that were let through. */
export function selectLatencies(span: UsageSpan): Promise<LatencyRow[]> {
  return latencies.all(valuesOf(span));
}

/** Calls of each project since `since`. */
export async function selectCallsSince(
  projectIds: readonly string[],
  since: Date,
): Promise<ReadonlyMap<string, number>> {
  const text = `SELECT project_id, sum(calls)::float8 AS calls FROM usage_minutes
    WHERE project_id = ANY($1) AND minute >= $2 GROUP BY project_id`;
  const { rows } = await pool().query<{ project_id: string; calls: number }>(text, [[...projectIds], since]);
  return new Map(rows.map((row) => [row.project_id, row.calls]));
}

/** Calls of each client or credential of a project since `since`. */
export async function selectCallsBy(
  column: 'client_id' | 'credential_id',
  projectId: string,
  since: Date,
): Promise<ReadonlyMap<string, number>> {
  const text = `SELECT ${column} AS id, sum(calls)::float8 AS calls FROM usage_minutes
    WHERE project_id = $1 AND minute >= $2 AND credential_id <> '' GROUP BY ${column}`;
  const { rows } = await pool().query<{ id: string; calls: number }>(text, [projectId, since]);
  return new Map(rows.map((row) => [row.id, row.calls]));
}

export interface CredentialCallsRow {
  readonly at: Date;
  readonly credential_id: string;
  readonly calls: number;
}

/** Calls of a client by step and credential: the split bar of a rotation. */
export async function selectCredentialCalls(
  projectId: string,
  clientId: string,
  since: Date,
  step: 'minute' | 'hour' | 'day',
): Promise<CredentialCallsRow[]> {
  const text = `SELECT date_trunc($4, minute, 'UTC') AS at, credential_id, sum(calls)::float8 AS calls FROM usage_minutes
    WHERE project_id = $1 AND client_id = $2 AND minute >= $3 AND credential_id <> '' GROUP BY 1, 2 ORDER BY 1, 2`;
  return (await pool().query<CredentialCallsRow>(text, [projectId, clientId, since, step])).rows;
}

export interface LastCallRow {
  readonly credential_id: string;
  readonly client_id: string;
  readonly at: Date;
  readonly address: string | null;
  readonly operation_id: string;
  readonly request_id: string;
}

/** The newest call of each credential of a project. */
export async function selectLastCalls(projectId: string): Promise<LastCallRow[]> {
  const text = `SELECT credential_id, client_id, at, address, operation_id, request_id FROM credential_last_calls WHERE project_id = $1`;
  return (await pool().query<LastCallRow>(text, [projectId])).rows;
}

/** The first success of a project; null before it. */
export async function selectFirstSuccess(
  projectId: string,
): Promise<{ request_id: string; at: Date } | null> {
  const text = 'SELECT request_id, at FROM first_successes WHERE project_id = $1';
  return (await pool().query<{ request_id: string; at: Date }>(text, [projectId])).rows[0] ?? null;
}

/** Calls that the request log stored or counted in a span of seconds. */
export async function countRecentCalls(
  projectId: string,
  { fromId, toId, from, to }: { fromId: string; toId: string; from: Date; to: Date },
): Promise<number> {
  const text = `SELECT
    (SELECT count(*) FROM request_log_entries WHERE project_id = $1 AND id >= $2 AND id < $3 AND authenticated)::float8 +
    (SELECT coalesce(sum(calls), 0) FROM request_log_omissions
     WHERE project_id = $1 AND second >= $4 AND second < $5 AND reason <> 'unauthenticated')::float8 AS calls`;
  const { rows } = await pool().query<{ calls: number }>(text, [projectId, fromId, toId, from, to]);
  return rows[0]?.calls ?? 0;
}

export interface ArrivalsRow {
  readonly minute: Date;
  readonly metered_by: string;
  /** Of each second of the minute, one after the other. */
  readonly calls: string;
  readonly served: number;
  readonly duration_us_sum: number;
}

const arrivals = statement<ArrivalsRow, readonly [string, Date, Date]>(
  'usage_arrivals_of_project',
  // As text: a million figures are split in a hundredth of the time that the driver takes for arrays.
  `SELECT minute, metered_by, array_to_string(calls, ' ') AS calls, served, duration_us_sum::float8 AS duration_us_sum
   FROM usage_arrivals WHERE project_id = $1 AND minute >= $2 AND minute < $3 ORDER BY minute, metered_by`,
);

/** What came to a project's limiter, by minutes in order of time; `from` is a whole minute. */
export function selectArrivals(projectId: string, from: Date, to: Date): Promise<ArrivalsRow[]> {
  return arrivals.all([projectId, from, to]);
}
