// The price of contract §8 over generated loans: leap days, month ends, every term, every grade's rate.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, daysBetween, monthsBetween } from '@/lib/core/dates';
import { currentPolicy } from './policy';
import { priceLoan, withinCostCap, type LoanTerms, type Price } from './pricing';

const rates = currentPolicy.grades.map(({ yearlyRateBasisPoints }) => yearlyRateBasisPoints);
const { fee } = currentPolicy;

const day = fc
  .tuple(
    fc.integer({ min: 2024, max: 2036 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, dayOfMonth]) => {
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return new Date(Date.UTC(year, month - 1, Math.min(dayOfMonth, last))).toISOString().slice(0, 10);
  });
const awkwardDay = fc.constantFrom('2024-02-29', '2028-02-29', '2027-02-28', '2026-12-31', '2026-01-31', '2026-01-30', '2026-08-31', '2100-02-28'); // prettier-ignore
const loans = fc.record({
  amountPence: fc.oneof(
    fc.integer({ min: 60_000, max: 25_000_000 }),
    fc.constantFrom(60_000, 100_000, 25_000_000),
  ),
  termMonths: fc.integer({ min: 3, max: 60 }),
  yearlyRateBasisPoints: fc.constantFrom(...rates),
  startsOn: fc.oneof(day, awkwardDay),
});

/** Interest worked out anew from the schedule, in exact fractions and from the outside. */
function interestOf(terms: LoanTerms, price: Price): number {
  let balance = terms.amountPence;
  let interest = 0;
  let from = terms.startsOn;
  for (const { due, amountPence } of price.schedule) {
    const accrued = (balance * (terms.yearlyRateBasisPoints / 10_000) * daysBetween(from, due)) / 365;
    interest += accrued;
    balance += accrued + price.feePence / terms.termMonths - amountPence;
    from = due;
  }
  return interest;
}

describe('priceLoan', () => {
  it('holds over 20,000 generated loans', () => {
    fc.assert(
      fc.property(loans, (terms) => {
        const price = priceLoan(terms, fee);
        const amounts = price.schedule.map(({ amountPence }) => amountPence);
        const sum = amounts.reduce((total, amount) => total + amount, 0);
        const all = [...amounts, price.interestPence, price.feePence];
        expect(all.every((pence) => Number.isSafeInteger(pence) && pence > 0)).toBe(true);
        expect(price.feePence).toBe(Math.max(500, Math.round(terms.amountPence * 0.02)));
        expect(price.totalCostPence).toBe(price.interestPence + price.feePence);
        expect(price.totalPayablePence).toBe(terms.amountPence + price.totalCostPence);
        expect(sum).toBe(price.totalPayablePence);
        expect(withinCostCap(terms.amountPence, price)).toBe(true);

        expect(amounts).toHaveLength(terms.termMonths);
        expect(new Set(amounts.slice(0, -1)).size).toBe(1);
        // The last differs only by what rounding left over: half a penny a month, with interest on it.
        expect(Math.abs((amounts.at(-1) as number) - (amounts[0] as number))).toBeLessThanOrEqual(
          3 * terms.termMonths,
        );
        expect(Math.abs(interestOf(terms, price) - price.interestPence)).toBeLessThanOrEqual(
          terms.termMonths,
        );
      }),
      { numRuns: 20_000 },
    );
  });

  it('is due on the same day of each following month, clamped to its end', () => {
    fc.assert(
      fc.property(loans, (terms) => {
        const [year, month, dayOfMonth] = terms.startsOn.split('-').map(Number) as [number, number, number];
        priceLoan(terms, fee).schedule.forEach(({ due }, index) => {
          const monthIndex = month - 1 + index + 1;
          const lastDay = new Date(Date.UTC(year, monthIndex + 1, 0)).getUTCDate();
          const expected = new Date(Date.UTC(year, monthIndex, Math.min(dayOfMonth, lastDay)));
          expect(due).toBe(expected.toISOString().slice(0, 10));
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('costs what a ledger kept by hand says', () => {
    // £1,000 over 3 months at 9.9 % from 15 January 2026: 31, 28 and 31 days.
    // 100,000 +841 −33,878 = 66,963; +509 −33,877 = 33,595; +282 −33,877 = 0; and 666 + 667 + 667 of the fee.
    const terms = { amountPence: 100_000, termMonths: 3, yearlyRateBasisPoints: 990, startsOn: '2026-01-15' };
    expect(priceLoan(terms, fee)).toEqual({
      interestPence: 1_632,
      feePence: 2_000,
      totalCostPence: 3_632,
      totalPayablePence: 103_632,
      schedule: [
        { due: '2026-02-15', amountPence: 34_544 },
        { due: '2026-03-15', amountPence: 34_544 },
        { due: '2026-04-15', amountPence: 34_544 },
      ],
    });
  });

  it('takes the least fee on small loans', () => {
    const terms = { amountPence: 20_000, termMonths: 3, yearlyRateBasisPoints: 990, startsOn: '2026-01-15' };
    expect(priceLoan(terms, fee).feePence).toBe(500);
  });

  it('tells when the cost would exceed the principal', () => {
    const usury = {
      amountPence: 100_000,
      termMonths: 60,
      yearlyRateBasisPoints: 6_000,
      startsOn: '2026-01-15',
    };
    expect(withinCostCap(100_000, priceLoan(usury, fee))).toBe(false);
  });
});

describe('months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -4, '2025-09-15'],
  ])('%s plus %i months is %s', (from, months, expected) => expect(addMonths(from, months)).toBe(expected));

  it('counts the months it added', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (from, months) => {
        expect(monthsBetween(addMonths(from, -months), from)).toBe(months);
      }),
    );
  });
});
