// Puts the question to the provider on the queue.
import type { Transaction } from '@/lib/db';
import { enqueue } from '@/lib/jobs';

/** Keys of the queue: `findOrphanedChecks` looks for the same ones. */
function verificationKey(checkId: string, wait: boolean): string {
  return `identity:${checkId}${wait ? ':wait' : ''}`;
}

/** Has the provider asked about this check: at once, or again at `runAt` (real time). */
export async function requestVerification(tx: Transaction, checkId: string, runAt?: Date): Promise<void> {
  const jobKey = verificationKey(checkId, runAt !== undefined);
  await enqueue(tx, 'identity_checks.verify', { checkId }, { runAt, jobKey });
}
