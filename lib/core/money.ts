// Money is whole pence in a number (far below 2^53). Every division says how it rounds.

/** `numerator ÷ denominator` rounded half up; both non-negative integers. */
export function divideHalfUp(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}

/** A share in basis points (1/10,000) of an amount, rounded half up. */
export function basisPointsOf(amountPence: number, basisPoints: number): number {
  return divideHalfUp(amountPence * basisPoints, 10_000);
}

const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** For people: `£1,234.56`. */
export function formatPence(amountPence: number): string {
  return pounds.format(amountPence / 100);
}
