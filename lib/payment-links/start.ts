// The payer chose a bank: one try is written down, then the provider is asked to open it (contract §8).
import { projectClock } from '@/lib/core/clock';
import { ApiError } from '@/lib/core/errors';
import { fieldError } from '@/lib/core/field-errors';
import { newId } from '@/lib/core/ids';
import { invalidState } from '@/lib/core/transition';
import { withTransaction, type Transaction } from '@/lib/db';
import { ask, pisp, type Pisp } from '@/lib/providers';
import { claimedLinkId, isPayToken, payUrl } from './hosted-link';
import {
  findLiveAttempt,
  insertAttempt,
  lockHostedLink,
  type AttemptRow,
  type HostedRow,
} from './repository';
import { movePaymentLink } from './transition';

const initiateTimeoutMs = 5_000;
/** Real time until we ask what became of it, should no callback come. */
const firstPollMs = 30_000;

type NewAttempt = Pick<AttemptRow, 'id' | 'linkId' | 'provider' | 'bankId' | 'amountPence' | 'createdAt'>;

async function openAttempt(
  tx: Transaction,
  link: HostedRow,
  now: Date,
  provider: Pisp,
  bankId: string,
): Promise<NewAttempt> {
  const isOver = link.expiresAt === null || link.expiresAt <= now;
  if (isOver) throw invalidState('payment link', link.status === 'open' ? 'expired' : link.status, 'paid');
  if (!provider.banks.some(({ id }) => id === bankId)) throw fieldError('invalid_value', 'bank');
  const attempt = {
    id: newId('pat'),
    linkId: link.id,
    provider: provider.id,
    bankId,
    amountPence: link.amountPence,
    createdAt: now,
  };
  await movePaymentLink({ tx, actor: { kind: 'link', objectId: link.id }, now }, link, [
    { act: 'started', changes: { failureCode: null }, auditDetail: { attempt_id: attempt.id } },
  ]);
  await insertAttempt(attempt, new Date(Date.now() + firstPollMs), tx);
  return attempt;
}

/**
 * Opens a try at the chosen bank. While one is under way (in another tab, say) this leads back to that one, whatever
 * bank is chosen now: two at once could both be paid.
 *
 * @returns where the payer approves it.
 * @throws ApiError `resource_not_found` for a wrong link, `invalid_state` when it cannot be paid now, `invalid_value`
 *   for an unknown bank; ProviderUnavailable when the provider is silent: the link is then `authorising`, and stays
 *   so until the provider has told what it knows.
 */
export async function startPayment(call: {
  readonly token: string;
  readonly bankId: string;
  /** The provider of the link's mode, unless told otherwise. */
  readonly provider?: Pisp;
}): Promise<{ readonly authoriseUrl: string }> {
  const linkId = claimedLinkId(call.token);
  if (linkId === undefined) throw new ApiError('resource_not_found');
  const { link, attempt, now } = await withTransaction(async (tx) => {
    const row = await lockHostedLink(linkId, tx);
    if (!row || !isPayToken(call.token, row.id, row.linkNonce)) throw new ApiError('resource_not_found');
    const at = projectClock(row.clockOffsetSeconds).now();
    const live = row.status === 'authorising' ? await findLiveAttempt(row.id, tx) : null;
    const provider = call.provider ?? pisp(row.livemode);
    return { link: row, now: at, attempt: live ?? (await openAttempt(tx, row, at, provider, call.bankId)) };
  });
  const provider = call.provider ?? pisp(link.livemode);
  const order = {
    paymentId: attempt.id,
    bankId: attempt.bankId,
    payeeName: link.payeeName,
    amountPence: attempt.amountPence,
    reference: link.reference,
    returnUrl: payUrl(link.id, link.linkNonce),
    now,
  };
  return ask((signal) => provider.initiate(order, signal), {
    provider: 'payment initiation service',
    timeoutMs: initiateTimeoutMs,
  });
}
