// The queue's tables, which graphile-worker owns. Enqueueing is on every application's path, hence prepared.
import { statement, type Transaction } from '@/lib/db';

const add = statement<never, [string, string, string | null, string | null, number | null]>(
  'jobs_add',
  `SELECT (graphile_worker.add_job($1, $2::json, run_at => $3::timestamptz, job_key => $4, max_attempts => $5)).id`,
);

const census = statement<QueueCensus, []>(
  'jobs_census',
  `SELECT count(*) FILTER (WHERE attempts < max_attempts)::int AS waiting,
          count(*) FILTER (WHERE locked_at IS NOT NULL)::int AS running,
          count(*) FILTER (WHERE attempts >= max_attempts AND locked_at IS NULL)::int AS exhausted,
          coalesce(extract(epoch FROM now() - min(run_at) FILTER (WHERE attempts < max_attempts AND locked_at IS NULL AND run_at <= now())), 0)::float8
            AS "oldestDueSeconds"
   FROM graphile_worker.jobs`,
);

/** The queue at one moment, for /readyz and /metrics. */
export interface QueueCensus {
  readonly waiting: number;
  readonly running: number;
  /** Jobs that have used up their tries and stay in the table until someone looks. */
  readonly exhausted: number;
  /** How long the oldest job that could run has been waiting. */
  readonly oldestDueSeconds: number;
}

export async function addJob(
  tx: Transaction,
  values: [
    name: string,
    payload: string,
    runAt: string | null,
    jobKey: string | null,
    maxAttempts: number | null,
  ],
): Promise<void> {
  await add.run(values, tx);
}

export async function queueCensus(): Promise<QueueCensus> {
  return (await census.first([])) as QueueCensus;
}
