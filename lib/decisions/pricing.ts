// What a loan costs (contract §8): interest on the reducing balance, actual/365, and an arrangement fee; equal
// monthly instalments in pence of which the last takes the remainder. Pure; integers wherever money is kept.
import { addMonths, daysBetween, type IsoDate } from '@/lib/core/dates';
import { basisPointsOf, divideHalfUp } from '@/lib/core/money';

export interface LoanTerms {
  /** Principal, whole pence. */
  readonly amountPence: number;
  readonly termMonths: number;
  /** Yearly rate in basis points: 9.9 % is 990. */
  readonly yearlyRateBasisPoints: number;
  /** The day from which interest runs. */
  readonly startsOn: IsoDate;
}

export interface FeeTerms {
  readonly basisPoints: number;
  readonly minimumPence: number;
}

export interface Instalment {
  readonly due: IsoDate;
  readonly amountPence: number;
}

export interface Price {
  readonly interestPence: number;
  readonly feePence: number;
  /** Interest and fee. */
  readonly totalCostPence: number;
  /** Principal and cost: the sum of the schedule. */
  readonly totalPayablePence: number;
  readonly schedule: readonly Instalment[];
}

const daysOfYear = 365;
const basisPoints = 10_000;

/** The fee is spread evenly over the instalments; this is its share in the first `count` of them. */
function feeOfFirst(count: number, feePence: number, termMonths: number): number {
  return Math.floor((feePence * count) / termMonths);
}

/**
 * The equal instalment. The exact payment that takes the balance to zero is found by discounting; a double
 * holds it to far less than a penny, and whatever rounding leaves over falls into the last instalment.
 */
function levelInstalment(terms: LoanTerms, feePence: number, days: readonly number[]): number {
  const yearlyRate = terms.yearlyRateBasisPoints / basisPoints;
  let discount = 1;
  let annuity = 0;
  for (const period of days) {
    discount /= 1 + (yearlyRate * period) / daysOfYear;
    annuity += discount;
  }
  return Math.round(terms.amountPence / annuity + feePence / terms.termMonths);
}

/** The price of a loan on these terms. The fee carries no interest. */
export function priceLoan(terms: LoanTerms, fee: FeeTerms): Price {
  const { amountPence, termMonths, yearlyRateBasisPoints, startsOn } = terms;
  const feePence = Math.max(fee.minimumPence, basisPointsOf(amountPence, fee.basisPoints));
  const dues = Array.from({ length: termMonths }, (_, index) => addMonths(startsOn, index + 1));
  const days = dues.map((due, index) =>
    daysBetween(index === 0 ? startsOn : (dues[index - 1] as IsoDate), due),
  );
  const level = levelInstalment(terms, feePence, days);

  let balancePence = amountPence;
  let interestPence = 0;
  const schedule = dues.map((due, index): Instalment => {
    const interest = divideHalfUp(
      balancePence * yearlyRateBasisPoints * (days[index] as number),
      basisPoints * daysOfYear,
    );
    interestPence += interest;
    const feePart = feeOfFirst(index + 1, feePence, termMonths) - feeOfFirst(index, feePence, termMonths);
    const isLast = index === termMonths - 1;
    const paid = isLast ? balancePence + interest + feePart : level;
    balancePence += interest + feePart - paid;
    return { due, amountPence: paid };
  });

  const totalCostPence = interestPence + feePence;
  return {
    interestPence,
    feePence,
    totalCostPence,
    totalPayablePence: amountPence + totalCostPence,
    schedule,
  };
}

/** The cap of contract §8: the cost of credit never exceeds the principal. */
export function withinCostCap(amountPence: number, price: Price): boolean {
  return price.totalCostPence <= amountPence;
}
