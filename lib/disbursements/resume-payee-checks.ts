// Puts payee checks back on the queue whose job was lost or gave up, so that none waits for ever.
import { withTransaction } from '@/lib/db';
import { logger } from '@/lib/logging';
import { findOrphanedChecks } from './repository/disbursements';
import { requestPayeeCheck } from './request-payee-check';

const batch = 500;

/** @returns how many were put back. */
export async function resumePayeeChecks(): Promise<number> {
  const orphans = await findOrphanedChecks(batch);
  for (const { id } of orphans) {
    logger().warn({ disbursement_id: id }, 'a payee check had no job; it is put back');
    await withTransaction((tx) => requestPayeeCheck(tx, id));
  }
  return orphans.length;
}
