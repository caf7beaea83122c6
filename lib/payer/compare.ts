// One payment of the bank's record against our books: what to do about it, as a pure rule.
import type { RailPayment } from '@/lib/providers';
import type { AlarmKind } from './alarm';
import type { Conclusion } from './conclude';
import type { InstructionRow } from './repository';

export type Comparison =
  | { readonly verdict: 'agrees' }
  /** The bank knows more than we do: apply these, in order. */
  | { readonly verdict: 'behind'; readonly conclusions: readonly Conclusion[] }
  /** Its sender is about to conclude it. */
  | { readonly verdict: 'wait' }
  | { readonly verdict: 'alarm'; readonly kind: AlarmKind };

const agrees: Comparison = { verdict: 'agrees' };

function ending(payment: RailPayment): Conclusion[] {
  if (payment.state === 'settled') return [{ state: 'settled' }];
  if (payment.state === 'returned') return [{ state: 'returned', code: payment.code ?? 'returned' }];
  return [];
}

/** What the bank would have answered, and what came after. */
function answerOf(payment: RailPayment): Conclusion[] {
  if (payment.state === 'refused') return [{ state: 'refused', code: payment.code ?? 'refused' }];
  return [{ state: 'accepted' }, ...ending(payment)];
}

/** @param isStale whether whoever began to send it is gone. */
export function compare(payment: RailPayment, ours: InstructionRow | null, isStale: boolean): Comparison {
  if (!ours) return { verdict: 'alarm', kind: 'unknown_reference' };
  if (ours.amountPence !== payment.amountPence) return { verdict: 'alarm', kind: 'amount_mismatch' };
  switch (ours.state) {
    case 'waiting':
    case 'claimed':
      return { verdict: 'alarm', kind: 'state_mismatch' };
    case 'sending':
      // Once the sender is gone, it is as if the bank had been silent.
      return isStale ? { verdict: 'behind', conclusions: answerOf(payment) } : { verdict: 'wait' };
    case 'unknown':
      return { verdict: 'behind', conclusions: answerOf(payment) };
    case 'accepted':
      if (payment.state === 'refused') return { verdict: 'alarm', kind: 'state_mismatch' };
      return payment.state === 'accepted' ? agrees : { verdict: 'behind', conclusions: ending(payment) };
    case 'settled':
      if (payment.state === 'returned') return { verdict: 'behind', conclusions: ending(payment) };
      return payment.state === 'settled' ? agrees : { verdict: 'alarm', kind: 'state_mismatch' };
    case 'refused':
    case 'returned':
      return payment.state === ours.state ? agrees : { verdict: 'alarm', kind: 'state_mismatch' };
  }
}
