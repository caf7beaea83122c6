// Plays the payer and his bank: the same forms, the same bank, the same signed callbacks (contract §10).
import type { Context } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { claimedId } from '@/lib/core/link-token';
import { invalidState } from '@/lib/core/transition';
import {
  payingAttemptId,
  readPaymentLink,
  sendSimulatedCallback,
  startPayment,
  type PaymentLink,
  type PaymentLinkStatus,
} from '@/lib/payment-links';
import {
  decideAtSimulatedBank,
  disputeAtSimulatedBank,
  pisp,
  settleAtSimulatedBank,
  type SimulatedBankDecision,
} from '@/lib/providers';
import { simulate, type Simulation } from './simulate';

export type PaymentLinkSimulation = 'authorise' | 'settle' | 'fail';

type Leg = (ctx: Context, link: PaymentLink) => Promise<void>;

const lastSegment = (url: string) => url.slice(url.lastIndexOf('/') + 1);

/** Has the bank tell us what it knows of a payment. */
async function hearOf(paymentId: string): Promise<void> {
  const report = await pisp(false).status({ paymentId, now: new Date(0) }, AbortSignal.timeout(1_000));
  if (report) await sendSimulatedCallback({ paymentId, status: report.status });
}

/** The payer chooses the first bank, or goes on where he was, and answers there. */
const answerAtTheBank =
  (decision: SimulatedBankDecision): Leg =>
  async (_, { url }) => {
    const [bank] = pisp(false).banks;
    const { authoriseUrl } = await startPayment({ token: lastSegment(url), bankId: bank?.id ?? '' });
    const session = lastSegment(authoriseUrl);
    await decideAtSimulatedBank(session, decision);
    const paymentId = claimedId('pat', session);
    if (paymentId !== undefined) await hearOf(paymentId);
  };

/** The bank does something with the payment that paid the link. */
const afterPayment =
  (act: (paymentId: string) => Promise<boolean>): Leg =>
  async (ctx, { id }) => {
    const paymentId = await payingAttemptId({ ctx, input: { id } });
    if (paymentId === null) return;
    await act(paymentId);
    await hearOf(paymentId);
  };

const approve = answerAtTheBank('approve');
const refuse = answerAtTheBank('insufficient_funds');
const settle = afterPayment(settleAtSimulatedBank);
const dispute = afterPayment(disputeAtSimulatedBank);

interface Route {
  /** By its participle, for the refusal. */
  readonly act: string;
  readonly ends: readonly PaymentLinkStatus[];
  readonly legs: Partial<Record<PaymentLinkStatus, Leg>>;
}

const routes: Readonly<Record<PaymentLinkSimulation, Route>> = {
  authorise: {
    act: 'authorised',
    ends: ['succeeded', 'settled'], // the bank settles by itself soon after
    legs: { open: approve, failed: approve, authorising: approve },
  },
  settle: {
    act: 'settled',
    ends: ['settled'],
    legs: { open: approve, failed: approve, authorising: approve, succeeded: settle },
  },
  fail: {
    act: 'failed',
    ends: ['failed'],
    legs: { open: refuse, failed: refuse, authorising: refuse, succeeded: dispute, settled: dispute },
  },
};

/**
 * Brings a payment link to where `act` says: `settle` works on an open one; `fail` is a refusal before the payment,
 * and the payer's dispute after it.
 *
 * @throws ApiError `sandbox_only`, `resource_not_found`, `invalid_state` where no way leads there.
 */
export function simulatePaymentLink(call: {
  readonly ctx: Context;
  readonly input: { readonly id: string; readonly act: PaymentLinkSimulation };
}): Promise<Simulation<PaymentLink>> {
  const { ctx, input } = call;
  const { act, ends, legs } = routes[input.act];
  const walk = async (signal: AbortSignal) => {
    let link = await readPaymentLink({ ctx, input });
    do {
      const leg = legs[link.status];
      if (!leg) throw invalidState('payment link', link.status, act);
      if (signal.aborted) throw new ApiError('temporarily_unavailable', { retryAfterSeconds: 1 });
      await leg(ctx, link);
      link = await readPaymentLink({ ctx, input });
    } while (!ends.includes(link.status));
    return link;
  };
  return simulate({ ctx, objectIds: [input.id], walk });
}
