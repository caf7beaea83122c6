// Puts the next version of an application's decision on the queue.
import type { Transaction } from '@/lib/db';
import { enqueue, type JobPayload } from '@/lib/jobs';
import type { ApplicationRow } from './repository';

/** Keys of the queue: `findOrphanedReviews` looks for the same ones. */
function reviewKey(applicationId: string, version: number, wait = false): string {
  return `review:${applicationId}:${version}${wait ? ':wait' : ''}`;
}

/** Asks for the version after the application's latest. `runAt` is real time; at once when left out. */
export async function requestReview(
  tx: Transaction,
  { id, latestVersion }: Pick<ApplicationRow, 'id' | 'latestVersion'>,
  runAt?: Date,
): Promise<void> {
  const version = latestVersion + 1;
  const jobKey = reviewKey(id, version);
  await enqueue(tx, 'applications.review', { applicationId: id, version }, { runAt, jobKey });
}

/** Has a review that waits for the bureau looked at again at `runAt` (real time). */
export async function requestWaitingReview(
  tx: Transaction,
  { applicationId, version }: JobPayload<'applications.review'>,
  runAt: Date,
): Promise<void> {
  const jobKey = reviewKey(applicationId, version, true);
  await enqueue(tx, 'applications.review', { applicationId, version }, { runAt, jobKey });
}
