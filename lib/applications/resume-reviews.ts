// Puts reviews back on the queue whose job was lost or gave up, so that none waits for ever.
import { withTransaction } from '@/lib/db';
import { logger } from '@/lib/logging';
import { findOrphanedReviews } from './repository';
import { requestReview } from './request-review';

const batch = 500;

/** @returns how many reviews were put back. */
export async function resumeReviews(): Promise<number> {
  const orphans = await findOrphanedReviews(batch);
  for (const { id, version } of orphans) {
    logger().warn({ application_id: id, version }, 'a review had no job; it is put back');
    await withTransaction((tx) => requestReview(tx, { id, latestVersion: version - 1 }));
  }
  return orphans.length;
}
