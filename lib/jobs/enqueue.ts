// Puts a job on the queue inside the transaction that needs it: no commit, no job.
import type { Transaction } from '@/lib/db';
import { jobPayloads, type JobName, type JobPayload } from './catalogue';
import { addJob } from './repository';

export interface EnqueueOptions {
  /** Real time of the first try; at once when left out. */
  readonly runAt?: Date | undefined;
  /** A waiting job with this key is replaced, so that there is at most one. */
  readonly jobKey?: string | undefined;
  /** Tries before the job counts as failed; the queue's 25 (about four days) when left out. */
  readonly maxAttempts?: number | undefined;
}

/** Enqueues one job. @throws ZodError when the payload is not what the catalogue says. */
export async function enqueue<Name extends JobName>(
  tx: Transaction,
  name: Name,
  payload: JobPayload<Name>,
  options: EnqueueOptions = {},
): Promise<void> {
  const checked = jobPayloads[name].parse(payload);
  await addJob(tx, [
    name,
    JSON.stringify(checked),
    options.runAt?.toISOString() ?? null,
    options.jobKey ?? null,
    options.maxAttempts ?? null,
  ]);
}
