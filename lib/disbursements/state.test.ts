// Every state × every act: the arrows of contract §8, written out once more by hand, and nothing else.
import { describe, expect, it } from 'vitest';
import { requireTransition } from '@/lib/core/transition';
import {
  approvalsOf,
  disbursementStatuses,
  disbursementTransitions,
  hasEnded,
  isWaiting,
  type DisbursementAct,
} from './state';

const arrows = new Set([
  'requested approved approved',
  'approved voided requested',
  'approved released released',
  'requested held on_hold',
  'approved held on_hold',
  'on_hold resumed requested',
  'requested rejected rejected',
  'approved rejected rejected',
  'on_hold rejected rejected',
  'requested cancelled cancelled',
  'approved cancelled cancelled',
  'on_hold cancelled cancelled',
  'requested expired expired',
  'approved expired expired',
  'on_hold expired expired',
  'released sent sent',
  'unknown sent sent',
  'released failed failed',
  'unknown failed failed',
  'released unanswered unknown',
  'sent settled settled',
  'sent returned returned',
  'settled returned returned',
]);

const acts = Object.keys(disbursementTransitions) as DisbursementAct[];
const cases = disbursementStatuses.flatMap((status) => acts.map((act) => [status, act] as const));

describe('a disbursement', () => {
  it.each(cases)('%s, %s', (status, act) => {
    const { to } = disbursementTransitions[act];
    const attempt = () => requireTransition(disbursementTransitions, 'disbursement', status, act);
    if (arrows.has(`${status} ${act} ${to}`)) expect(attempt()).toBe(to);
    else expect(attempt).toThrow(/cannot be/);
  });

  it('has no arrow that the table lacks', () => {
    const declared = acts.flatMap((act) =>
      disbursementTransitions[act].from.map((from) => `${from} ${act} ${disbursementTransitions[act].to}`),
    );
    expect(new Set(declared)).toEqual(arrows);
  });

  it('waits, is approved and ends in the documented statuses', () => {
    expect(disbursementStatuses.filter(isWaiting)).toEqual(['requested', 'approved', 'on_hold']);
    expect(disbursementStatuses.filter(hasEnded)).toEqual(['failed', 'returned', 'rejected', 'cancelled', 'expired']); // prettier-ignore
    expect(disbursementStatuses.filter((status) => approvalsOf(status) === 1)).toEqual(['approved']);
    expect(disbursementStatuses.filter((status) => approvalsOf(status) === 2)).toEqual(['released', 'sent', 'unknown', 'settled', 'failed', 'returned']); // prettier-ignore
  });
});
