// Puts checks back on the queue whose job was lost or gave up, so that none waits for ever.
import { withTransaction } from '@/lib/db';
import { logger } from '@/lib/logging';
import { findOrphanedChecks } from './repository';
import { requestVerification } from './request-verification';

const batch = 500;

/** @returns how many checks were put back. */
export async function resumeVerifications(): Promise<number> {
  const orphans = await findOrphanedChecks(batch);
  for (const id of orphans) {
    logger().warn({ identity_check_id: id }, 'an identity check had no job; it is put back');
    await withTransaction((tx) => requestVerification(tx, id));
  }
  return orphans.length;
}
