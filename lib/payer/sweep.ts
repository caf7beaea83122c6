// Comes back to whatever a payer left behind when it died, was stopped, or heard nothing.
import { logger } from '@/lib/logging';
import { payOne } from './pay';
import { reconcileUnanswered } from './reconcile';
import { findLeftBehind, giveBackClaims } from './repository';
import { payerTimes, type PayerTimes } from './times';

/** Gives back claims that were not sent, asks about silence, then pays what is released and unsent. */
export async function sweepPayments(
  options: { readonly signal?: AbortSignal; readonly times?: PayerTimes } = {},
): Promise<void> {
  const { times = payerTimes, signal } = options;
  await giveBackClaims(times.claimMs, null);
  await reconcileUnanswered({ times });
  for (const disbursementId of await findLeftBehind()) {
    if (signal?.aborted) return;
    try {
      await payOne(disbursementId, { times, ...(signal && { signal }) });
    } catch (error) {
      logger().warn({ err: error, disbursement_id: disbursementId }, 'a disbursement could not be paid');
    }
  }
}
