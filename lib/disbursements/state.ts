// The life of a disbursement (contract §8), as data. The database has the same arrows (guard_disbursement).
import type { TransitionTable } from '@/lib/core/transition';

export const disbursementStatuses = [
  'requested',
  'approved',
  'on_hold',
  'released',
  'sent',
  'unknown',
  'settled',
  'failed',
  'returned',
  'rejected',
  'cancelled',
  'expired',
] as const;
export type DisbursementStatus = (typeof disbursementStatuses)[number];

export const payeeChecks = ['pending', 'match', 'close_match', 'no_match', 'unavailable'] as const;
export type PayeeCheck = (typeof payeeChecks)[number];

/** Acts by their participle: "it cannot be … now". */
export type DisbursementAct =
  | 'approved' // by the first officer
  | 'voided' // the approval: it lapsed, or the evidence differs
  | 'released' // by the second officer
  | 'held'
  | 'resumed'
  | 'rejected'
  | 'cancelled'
  | 'expired' // by the clock
  | 'sent' // the rail accepts
  | 'unanswered' // the rail is silent
  | 'failed' // the rail refuses for good
  | 'settled'
  | 'returned'; // by the bank

const waiting = ['requested', 'approved', 'on_hold'] as const;

export const disbursementTransitions: TransitionTable<DisbursementStatus, DisbursementAct> = {
  approved: { from: ['requested'], to: 'approved' },
  voided: { from: ['approved'], to: 'requested' },
  released: { from: ['approved'], to: 'released' },
  held: { from: ['requested', 'approved'], to: 'on_hold' },
  resumed: { from: ['on_hold'], to: 'requested' },
  rejected: { from: waiting, to: 'rejected' },
  cancelled: { from: waiting, to: 'cancelled' },
  expired: { from: waiting, to: 'expired' },
  sent: { from: ['released', 'unknown'], to: 'sent' },
  unanswered: { from: ['released'], to: 'unknown' },
  failed: { from: ['released', 'unknown'], to: 'failed' },
  settled: { from: ['sent'], to: 'settled' },
  returned: { from: ['sent', 'settled'], to: 'returned' },
};

/** Nobody has released it: it can still be held, rejected, cancelled, and the clock ends it. */
export function isWaiting(status: DisbursementStatus): boolean {
  return (waiting as readonly DisbursementStatus[]).includes(status);
}

/** Statuses in which an approval holds, or led to a release. */
const approvedStatuses: ReadonlySet<DisbursementStatus> = new Set([
  'approved',
  'released',
  'sent',
  'unknown',
  'settled',
  'failed',
  'returned',
]);
export const hasApproval = (status: DisbursementStatus): boolean => approvedStatuses.has(status);

/** It ended without money at the borrower's: the application is free for a new request. */
const endedStatuses: ReadonlySet<DisbursementStatus> = new Set([
  'rejected',
  'cancelled',
  'expired',
  'failed',
  'returned',
]);
export const hasEnded = (status: DisbursementStatus): boolean => endedStatuses.has(status);

/** How many of the two officers have said yes. */
export function approvalsOf(status: DisbursementStatus): 0 | 1 | 2 {
  if (!hasApproval(status)) return 0;
  return status === 'approved' ? 1 : 2;
}

const hourMs = 3_600_000;

/** A request lasts 7 days, an approval 4 hours (contract §8). Staff mean to decide within a day: the service target. */
export const lastsMs = { request: 7 * 24 * hourMs, approval: 4 * hourMs, target: 24 * hourMs } as const;
