// The life of a payment link (contract §8), as data; and what a provider's report about one try does to it.
import type { TransitionTable } from '@/lib/core/transition';

export const paymentLinkStatuses = [
  'open',
  'authorising',
  'succeeded',
  'settled',
  'failed',
  'cancelled',
  'expired',
] as const;
export type PaymentLinkStatus = (typeof paymentLinkStatuses)[number];

export const failureCodes = ['insufficient_funds', 'technical_error', 'disputed_by_customer'] as const;
export type FailureCode = (typeof failureCodes)[number];

/** Acts by their participle: "it cannot be … now". */
export type PaymentLinkAct =
  | 'started' // the payer goes to the bank
  | 'succeeded' // the bank took the payer's yes
  | 'settled' // the money arrived
  | 'failed'
  | 'disputed' // the payer called the money back
  | 'cancelled'
  | 'expired'; // by the clock

export const paymentLinkTransitions: TransitionTable<PaymentLinkStatus, PaymentLinkAct> = {
  started: { from: ['open', 'failed'], to: 'authorising' },
  succeeded: { from: ['authorising'], to: 'succeeded' },
  settled: { from: ['succeeded'], to: 'settled' },
  failed: { from: ['authorising'], to: 'failed' },
  disputed: { from: ['succeeded', 'settled'], to: 'failed' },
  cancelled: { from: ['open', 'failed'], to: 'cancelled' },
  expired: { from: ['open', 'failed'], to: 'expired' },
};

const dayMs = 86_400_000;

export function expiryOf(createdAt: Date, expiresInDays: number): Date {
  return new Date(createdAt.getTime() + expiresInDays * dayMs);
}

/** What a try can be, in the order in which a provider can only go on. */
export const attemptStatuses = ['authorising', 'failed', 'succeeded', 'settled', 'disputed'] as const;
export type AttemptStatus = (typeof attemptStatuses)[number];

/** What a report's effect depends on. */
export interface LinkStanding {
  readonly status: PaymentLinkStatus;
  /** The try that paid it. */
  readonly paidAttemptId: string | null;
  /** Whether its time still runs: false once it was paid, cancelled or expired. */
  readonly payable: boolean;
}

export interface AttemptStanding {
  readonly id: string;
  readonly status: AttemptStatus;
  readonly refundDue: boolean;
}

export interface ReportEffect {
  readonly attempt: Pick<AttemptStanding, 'status' | 'refundDue'>;
  /** What happens to the link, in this order; empty when it is not this try's to move. */
  readonly acts: readonly PaymentLinkAct[];
}

/** How the link comes to `succeeded` from where it stands; undefined when it needs no money. */
function wayToSuccess({ status, payable }: LinkStanding): PaymentLinkAct[] | undefined {
  if (status === 'authorising') return ['succeeded'];
  // The try was given up (by our poll, say) and paid all the same.
  if (status === 'failed' && payable) return ['started', 'succeeded'];
  return undefined;
}

function settlement(link: LinkStanding): ReportEffect {
  const way = link.status === 'succeeded' ? [] : wayToSuccess(link);
  if (!way) return { attempt: { status: 'settled', refundDue: true }, acts: [] };
  return { attempt: { status: 'settled', refundDue: false }, acts: [...way, 'settled'] };
}

function dispute(link: LinkStanding, attempt: AttemptStanding): ReportEffect {
  const disputed = { status: 'disputed', refundDue: false } as const;
  if (link.status === 'succeeded' || link.status === 'settled') {
    return { attempt: disputed, acts: link.paidAttemptId === attempt.id ? ['disputed'] : [] };
  }
  // The reports before this one are late: only what was paid can be disputed.
  const unpaid = attempt.status === 'authorising' || attempt.status === 'failed';
  const way = unpaid ? wayToSuccess(link) : undefined;
  return { attempt: disputed, acts: way ? [...way, 'disputed'] : [] };
}

/**
 * What a report does to a try and to its link; null when it says nothing new. Reports may come twice and in any
 * order: a try only ever goes on in the order of `attemptStatuses`, so that the last of them decides whenever it comes.
 */
export function effectOf(
  link: LinkStanding,
  attempt: AttemptStanding,
  reported: AttemptStatus,
): ReportEffect | null {
  if (attemptStatuses.indexOf(reported) <= attemptStatuses.indexOf(attempt.status)) return null;
  const { refundDue } = attempt;
  switch (reported) {
    case 'authorising':
      return null;
    case 'failed':
      return {
        attempt: { status: 'failed', refundDue },
        acts: link.status === 'authorising' ? ['failed'] : [],
      };
    case 'succeeded':
      return { attempt: { status: 'succeeded', refundDue }, acts: wayToSuccess(link) ?? [] };
    case 'settled':
      return settlement(link);
    case 'disputed':
      return dispute(link, attempt);
  }
}
