// The life of an application (contract §8), as data.
import type { TransitionTable } from '@/lib/core/transition';

export const applicationStatuses = [
  'created',
  'submitted',
  'in_review',
  'approved',
  'declined',
  'accepted',
  'funded',
  'withdrawn',
  'expired',
] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

/** Acts by their participle: "it cannot be … now". */
export type ApplicationAct =
  | 'submitted'
  | 'reviewed' // the decision job starts
  | 'referred'
  | 'approved'
  | 'declined'
  | 'refreshed'
  | 'accepted'
  | 'funded' // its disbursement settles
  | 'returned' // the bank returns the payment
  | 'withdrawn'
  | 'expired'; // by the clock

export const applicationTransitions: TransitionTable<ApplicationStatus, ApplicationAct> = {
  submitted: { from: ['created'], to: 'submitted' },
  reviewed: { from: ['submitted'], to: 'in_review' },
  referred: { from: ['in_review'], to: 'in_review' },
  approved: { from: ['in_review'], to: 'approved' },
  declined: { from: ['in_review'], to: 'declined' },
  refreshed: { from: ['approved', 'declined'], to: 'in_review' },
  accepted: { from: ['approved'], to: 'accepted' },
  funded: { from: ['accepted'], to: 'funded' },
  returned: { from: ['funded'], to: 'accepted' },
  withdrawn: { from: ['created', 'submitted', 'in_review', 'approved', 'accepted'], to: 'withdrawn' },
  expired: { from: ['created', 'approved', 'accepted'], to: 'expired' },
};

const dayMs = 86_400_000;

/** `created` and `accepted` last 30 days; an approval lasts as long as its offers, which say so themselves. */
export function expiryOf(status: 'created' | 'accepted', now: Date): Date {
  const days = { created: 30, accepted: 30 }[status];
  return new Date(now.getTime() + days * dayMs);
}
