// Puts the next version of an application's decision on the queue.
import type { Transaction } from '@/lib/db';
import { enqueue } from '@/lib/jobs';
import type { ApplicationRow } from './repository';

/** Keys of the queue: `findOrphanedReviews` looks for the same ones. */
export function reviewKey(applicationId: string, version: number, wait = false): string {
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
