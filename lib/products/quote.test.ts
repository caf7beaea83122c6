import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frequencies, quoteOnetime } from './quote';

describe('a one-time quote', () => {
  it('is 0.25 % a day plus £5', () => {
    expect(quoteOnetime(200, 28, 'weekly')).toEqual({
      amount_pence: 20_000,
      interest_pence: 1_400,
      fee_pence: 500,
      total_payable_pence: 21_900,
      instalments: [
        { day: 7, amount_pence: 5_475 },
        { day: 14, amount_pence: 5_475 },
        { day: 21, amount_pence: 5_475 },
        { day: 28, amount_pence: 5_475 },
      ],
    });
  });

  it('ends on the last day of the term, whatever the frequency', () => {
    expect(quoteOnetime(50, 20, 'weekly').instalments.map(({ day }) => day)).toEqual([7, 14, 20]);
    expect(quoteOnetime(50, 14, 'monthly').instalments.map(({ day }) => day)).toEqual([14]);
  });

  it('sums to its total and never costs more than its principal', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 50, max: 500 }),
        fc.integer({ min: 14, max: 84 }),
        fc.constantFrom(...frequencies),
        (pounds, days, frequency) => {
          const quote = quoteOnetime(pounds, days, frequency);
          const paid = quote.instalments.reduce((sum, { amount_pence }) => sum + amount_pence, 0);
          expect(paid).toBe(quote.total_payable_pence);
          expect(quote.interest_pence + quote.fee_pence).toBeLessThanOrEqual(quote.amount_pence);
          expect(
            quote.instalments.every(({ amount_pence }) => Number.isInteger(amount_pence) && amount_pence > 0),
          ).toBe(true);
        },
      ),
    );
  });

  it.each([
    [49, 28],
    [501, 28],
    [100, 13],
    [100, 85],
  ])('refuses £%i over %i days', (pounds, days) => {
    expect(() => quoteOnetime(pounds, days, 'weekly')).toThrow();
  });
});
