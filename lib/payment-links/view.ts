// A payment link as its payer sees it: by the token alone, and nothing of the project beyond its name.
import { projectClock } from '@/lib/core/clock';
import { pisp, type Bank } from '@/lib/providers';
import { claimedLinkId, isPayToken } from './hosted-link';
import { findHostedLink, findLiveAttempt } from './repository';
import { expiryOf, type FailureCode, type PaymentLinkStatus } from './state';

export interface PayerView {
  readonly id: string;
  readonly livemode: boolean;
  /** As of now: `expired` also when the clock has ended it and no job has been by yet. */
  readonly status: PaymentLinkStatus;
  readonly failureCode: FailureCode | null;
  readonly payeeName: string;
  readonly payerName: string | null;
  readonly amountPence: number;
  readonly reference: string;
  readonly description: string | null;
  readonly returnUrl: string | null;
  readonly expiresAt: Date;
  /** Whether the payer may choose a bank now. */
  readonly payable: boolean;
  readonly banks: readonly Bank[];
  /** The bank at which a try is under way. */
  readonly currentBank: Bank | null;
}

/** What the payer's page shows; null for a link that is not right. */
export async function viewForPayer(token: string): Promise<PayerView | null> {
  const id = claimedLinkId(token);
  const row = id === undefined ? null : await findHostedLink(id);
  if (!row || !isPayToken(token, row.id, row.linkNonce)) return null;
  const { banks } = pisp(row.livemode);
  const live = row.status === 'authorising' ? await findLiveAttempt(row.id) : null;
  const now = projectClock(row.clockOffsetSeconds).now();
  const startable = row.status === 'open' || row.status === 'failed';
  const isOver = startable && row.expiresAt !== null && row.expiresAt <= now;
  return {
    id: row.id,
    livemode: row.livemode,
    status: isOver ? 'expired' : row.status,
    failureCode: row.failureCode,
    payeeName: row.payeeName,
    payerName: row.payerName,
    amountPence: row.amountPence,
    reference: row.reference,
    description: row.description,
    returnUrl: row.returnUrl,
    expiresAt: expiryOf(row.createdAt, row.expiresInDays),
    payable: startable && !isOver && row.expiresAt !== null,
    banks,
    currentBank: banks.find((bank) => bank.id === live?.bankId) ?? null,
  };
}
