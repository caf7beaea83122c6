// Asks the provider about tries of which no callback has told the end (contract §8). A lost callback costs a minute.
import { projectClock } from '@/lib/core/clock';
import { logger } from '@/lib/logging';
import { ask, pisp, type PaymentReport, type Pisp } from '@/lib/providers';
import { applyReport } from './apply-report';
import { claimDuePolls, findPolledAttempt, type PolledAttempt } from './repository';

const batch = 100;
const timeoutMs = 5_000;
/** A provider that does not know a payment by then never got the order. Business time. */
export const lostOrderMs = 15 * 60_000;

/** What to make of silence about a payment: nothing at first, then that the order was lost. */
function lostOrder(attempt: PolledAttempt, now: Date): PaymentReport | null {
  const isLost =
    attempt.status === 'authorising' && now.getTime() - attempt.createdAt.getTime() >= lostOrderMs;
  if (!isLost) return null;
  return {
    paymentId: attempt.id,
    status: 'failed',
    failureCode: 'technical_error',
    amountPence: attempt.amountPence,
  };
}

async function pollOne(attempt: PolledAttempt, provider: Pisp, signal?: AbortSignal): Promise<boolean> {
  const now = projectClock(attempt.clockOffsetSeconds).now();
  const told = await ask((either) => provider.status({ paymentId: attempt.id, now }, either), {
    provider: 'payment initiation service',
    timeoutMs,
    signal,
  });
  const report = told ?? lostOrder(attempt, now);
  if (!report) return false;
  return (await applyReport(report, { provider: attempt.provider, job: 'payment_links.poll' })) === 'applied';
}

/** Asks about this try now. @throws ProviderUnavailable when the provider cannot be asked. */
export async function pollPayment(attemptId: string): Promise<void> {
  const attempt = await findPolledAttempt(attemptId);
  if (attempt) await pollOne(attempt, pisp(attempt.livemode));
}

/**
 * Asks about every try whose turn it is. A provider that cannot be asked changes nothing.
 *
 * @returns how many answers changed something.
 */
export async function pollPayments(
  options: { readonly signal?: AbortSignal; readonly providerFor?: (livemode: boolean) => Pisp } = {},
): Promise<number> {
  const providerFor = options.providerFor ?? pisp;
  let changed = 0;
  for (;;) {
    const due = await claimDuePolls(batch);
    const answers = await Promise.allSettled(
      due.map((attempt) => pollOne(attempt, providerFor(attempt.livemode), options.signal)),
    );
    changed += answers.filter((answer) => answer.status === 'fulfilled' && answer.value).length;
    const silent = answers.filter((answer) => answer.status === 'rejected');
    if (silent[0])
      logger().warn({ err: silent[0].reason, attempts: silent.length }, 'payments could not be polled');
    if (due.length < batch || options.signal?.aborted) return changed;
  }
}
