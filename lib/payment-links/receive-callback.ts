// The provider's signed callback (contract §8): what is not signed by it does not exist.
import { logger } from '@/lib/logging';
import { pispNamed, type SignedCallback } from '@/lib/providers';
import { applyReport, type ReportOutcome } from './apply-report';

/** `refused`: no such provider, or not signed by it. */
export type CallbackOutcome = ReportOutcome | 'refused';

/** Takes a callback that came to the path of `provider`. */
export async function receiveCallback(
  call: { readonly provider: string } & SignedCallback,
): Promise<CallbackOutcome> {
  const provider = pispNamed(call.provider);
  const report = provider?.readCallback(call);
  if (!provider || !report) return 'refused';
  const outcome = await applyReport(report, { provider: provider.id, job: 'pisp.callback' });
  if (outcome === 'mismatch') {
    logger().error({ provider: provider.id, payment_id: report.paymentId }, 'a provider reports another amount than was ordered'); // prettier-ignore
  }
  return outcome;
}
