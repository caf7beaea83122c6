// What a bridging loan costs (contract §11): 0.25 % a day, simple, on the principal, plus £5; never more than the
// principal itself.
import { fieldError } from '@/lib/core/field-errors';

export const quoteLimits = { minPounds: 50, maxPounds: 500, minDays: 14, maxDays: 84 } as const;
export const frequencies = ['weekly', 'fortnightly', 'monthly'] as const;
export type Frequency = (typeof frequencies)[number];

const daysBetween: Readonly<Record<Frequency, number>> = { weekly: 7, fortnightly: 14, monthly: 30 };
const feePence = 500;
// 0.25 % a day is 1/400 of the principal.
const dailyDivisor = 400;

export interface Quote {
  readonly amount_pence: number;
  readonly interest_pence: number;
  readonly fee_pence: number;
  readonly total_payable_pence: number;
  readonly instalments: readonly { readonly day: number; readonly amount_pence: number }[];
}

/** Days on which an instalment falls due: each full period, and the last day of the term. */
function dueDays(termDays: number, frequency: Frequency): number[] {
  const period = daysBetween[frequency];
  const full = Array.from({ length: Math.ceil(termDays / period) - 1 }, (_, index) => (index + 1) * period);
  return [...full, termDays];
}

/**
 * A quote for `pounds` over `termDays`. Equal instalments in pence; the last takes the remainder.
 *
 * @throws ApiError 422 when amount or term is outside the product.
 */
export function quoteOnetime(pounds: number, termDays: number, frequency: Frequency): Quote {
  const { minPounds, maxPounds, minDays, maxDays } = quoteLimits;
  if (pounds < minPounds || pounds > maxPounds) {
    throw fieldError('invalid_amount', 'amount', `The amount must be £${minPounds} to £${maxPounds}.`);
  }
  if (termDays < minDays || termDays > maxDays) {
    throw fieldError('invalid_value', 'term', `The term must be ${minDays} to ${maxDays} days.`);
  }
  const amountPence = pounds * 100;
  const interestPence = Math.min(Math.round((amountPence * termDays) / dailyDivisor), amountPence - feePence);
  const totalPence = amountPence + interestPence + feePence;
  const days = dueDays(termDays, frequency);
  const equalPence = Math.floor(totalPence / days.length);
  return {
    amount_pence: amountPence,
    interest_pence: interestPence,
    fee_pence: feePence,
    total_payable_pence: totalPence,
    instalments: days.map((day, index) => ({
      day,
      amount_pence: index < days.length - 1 ? equalPence : totalPence - equalPence * (days.length - 1),
    })),
  };
}
