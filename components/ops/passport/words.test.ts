import { expect, it } from 'vitest';
import { cardsOf, faultWords } from './words';

it('reads the cards of a snapshot, money as money', () => {
  const snapshot = {
    version: 1,
    cards: [
      {
        card: 'request',
        source: 'partner',
        at: '2026-11-22T17:40:00.000Z',
        verdict: 'pass',
        facts: { amount_pence: 2_500_000, reference: null, checks: [{ status: 'passed' }], call_backs: [] },
      },
    ],
  };
  expect(cardsOf(snapshot)).toEqual([
    {
      name: 'request',
      source: 'partner',
      at: '2026-11-22T17:40:00.000Z',
      verdict: 'pass',
      facts: 'amount £25,000.00, checks status passed, call backs none',
    },
  ]);
});

it('shows a snapshot of another shape as it is', () => {
  expect(cardsOf({ offer: 'off_1' })).toMatchObject([{ name: 'evidence', facts: 'offer off_1' }]);
  expect(cardsOf(null)).toHaveLength(1);
});

it('says a fault it does not know by its code', () => {
  expect(faultWords('snapshot_changed')).toBe('The evidence is not what was hashed.');
  expect(faultWords('brand_new')).toBe('brand new');
});
