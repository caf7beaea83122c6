// Puts the question about the payee on the queue.
import type { Transaction } from '@/lib/db';
import { enqueue } from '@/lib/jobs';

/** Has the confirmation service asked after the commit. `findOrphanedChecks` looks for the same key. */
export async function requestPayeeCheck(tx: Transaction, disbursementId: string): Promise<void> {
  await enqueue(tx, 'disbursements.check_payee', { disbursementId }, { jobKey: `payee:${disbursementId}` });
}
