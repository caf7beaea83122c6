// Writing usage: one statement a table for a whole flush. Rows go in order of their keys, so that two processes that
// write the same ones cannot block each other.
import { statement, withTransaction } from '@/lib/db';
import type { CallCount, CountedCall } from '../call-counters';

const addMinutes = statement<never, [string]>(
  'usage_minutes_add',
  `INSERT INTO usage_minutes AS known
     (project_id, minute, operation_id, status, client_id, credential_id, calls, duration_us_sum, buckets)
   SELECT project_id, minute, operation_id, status, client_id, credential_id, calls, duration_us_sum, buckets
   FROM json_to_recordset($1::json) AS new (project_id text, minute timestamptz, operation_id text, status smallint,
     client_id text, credential_id text, calls int, duration_us_sum bigint, buckets int[])
   ORDER BY project_id, minute, operation_id, status, client_id, credential_id
   ON CONFLICT (project_id, minute, operation_id, status, client_id, credential_id) DO UPDATE SET
     calls = known.calls + excluded.calls,
     duration_us_sum = known.duration_us_sum + excluded.duration_us_sum,
     buckets = (SELECT array_agg(a + b ORDER BY place)
                FROM unnest(known.buckets, excluded.buckets) WITH ORDINALITY AS pair (a, b, place))`,
);

const addArrivals = statement<never, [string]>(
  'usage_arrivals_add',
  `INSERT INTO usage_arrivals AS known (project_id, minute, metered_by, calls, served, duration_us_sum)
   SELECT project_id, minute, metered_by, calls, served, duration_us_sum
   FROM json_to_recordset($1::json) AS new (project_id text, minute timestamptz, metered_by text, calls int[], served int,
     duration_us_sum bigint)
   ORDER BY project_id, minute, metered_by
   ON CONFLICT (project_id, minute, metered_by) DO UPDATE SET
     served = known.served + excluded.served,
     duration_us_sum = known.duration_us_sum + excluded.duration_us_sum,
     calls = (SELECT array_agg(a + b ORDER BY place)
              FROM unnest(known.calls, excluded.calls) WITH ORDINALITY AS pair (a, b, place))`,
);

const noteLastCalls = statement<never, [string]>(
  'credential_last_calls_note',
  `INSERT INTO credential_last_calls AS known (credential_id, client_id, project_id, at, address, operation_id, request_id)
   SELECT credential_id, client_id, project_id, at, address, operation_id, request_id
   FROM json_to_recordset($1::json) AS new (credential_id text, client_id text, project_id text, at timestamptz,
     address text, operation_id text, request_id text)
   ORDER BY credential_id
   ON CONFLICT (credential_id) DO UPDATE SET
     at = excluded.at, address = excluded.address, operation_id = excluded.operation_id, request_id = excluded.request_id
   WHERE known.at < excluded.at`,
);

const noteFirstSuccesses = statement<never, [string]>(
  'first_successes_note',
  `INSERT INTO first_successes (project_id, request_id, at)
   SELECT project_id, request_id, at
   FROM json_to_recordset($1::json) AS new (project_id text, request_id text, at timestamptz)
   ORDER BY project_id ON CONFLICT DO NOTHING`,
);

const instant = (milliseconds: number) => new Date(milliseconds).toISOString();

const minuteRow = ({ minute, first, calls, durationUsSum, buckets }: CallCount) => ({
  project_id: first.projectId,
  minute: instant(minute),
  operation_id: first.operationId,
  status: first.status,
  client_id: first.clientId ?? '',
  credential_id: first.credentialId ?? '',
  calls,
  duration_us_sum: durationUsSum,
  buckets,
});

/** One row for each project, minute and bucket: whoever called, whatever became of it. */
function arrivalRows(counts: readonly CallCount[]) {
  const rows = new Map<string, { project_id: string; minute: string; metered_by: string; calls: number[]; served: number; duration_us_sum: number }>(); // prettier-ignore
  for (const { minute, first, arrivals, meteredBy, calls, durationUsSum } of counts) {
    if (!arrivals || meteredBy === undefined) continue;
    const key = `${first.projectId} ${minute} ${meteredBy}`;
    let row = rows.get(key);
    if (!row) {
      row = { project_id: first.projectId, minute: instant(minute), metered_by: meteredBy, calls: Array.from(arrivals, () => 0), served: 0, duration_us_sum: 0 }; // prettier-ignore
      rows.set(key, row);
    }
    for (const [second, arrived] of arrivals.entries())
      row.calls[second] = (row.calls[second] as number) + arrived;
    // A refused call holds no slot: it says nothing of how long one is held.
    if (first.status === 429) continue;
    row.served += calls;
    row.duration_us_sum += durationUsSum;
  }
  return [...rows.values()];
}

const callRow = (call: CountedCall) => ({
  credential_id: call.credentialId,
  client_id: call.clientId,
  project_id: call.projectId,
  at: instant(call.at),
  address: call.address,
  operation_id: call.operationId,
  request_id: call.requestId,
});

export interface UsageBatch {
  readonly counts: readonly CallCount[];
  readonly lastCalls: readonly CountedCall[];
  readonly firstSuccesses: readonly CountedCall[];
}

/** Adds a flush to what the tables hold: all of it or nothing. */
export async function writeUsage({ counts, lastCalls, firstSuccesses }: UsageBatch): Promise<void> {
  await withTransaction(async (tx) => {
    await addMinutes.run([JSON.stringify(counts.map(minuteRow))], tx);
    const arrivals = arrivalRows(counts);
    if (arrivals.length > 0) await addArrivals.run([JSON.stringify(arrivals)], tx);
    if (lastCalls.length > 0) await noteLastCalls.run([JSON.stringify(lastCalls.map(callRow))], tx);
    if (firstSuccesses.length > 0) {
      await noteFirstSuccesses.run([JSON.stringify(firstSuccesses.map(callRow))], tx);
    }
  });
}

const erase = statement<never, [number]>(
  'usage_minutes_erase',
  `DELETE FROM usage_minutes WHERE minute < now() - make_interval(days => $1)`,
);

/** @returns how many rows went. */
export function eraseMinutesOlderThan(days: number): Promise<number> {
  return erase.run([days]);
}

const eraseArrivals = statement<never, [number]>(
  'usage_arrivals_erase',
  `DELETE FROM usage_arrivals WHERE minute < now() - make_interval(days => $1)`,
);

/** @returns how many rows went. */
export function eraseArrivalsOlderThan(days: number): Promise<number> {
  return eraseArrivals.run([days]);
}
