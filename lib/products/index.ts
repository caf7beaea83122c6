// What the lender lends through partners (contract §8). Figures that schemas, texts and the policy share.

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly minimumAmountPence: number;
  readonly maximumAmountPence: number;
  readonly minimumTermMonths: number;
  readonly maximumTermMonths: number;
}

export const businessLoan = {
  id: 'business_loan',
  name: 'Business Loan',
  minimumAmountPence: 100_000,
  maximumAmountPence: 25_000_000,
  minimumTermMonths: 3,
  maximumTermMonths: 60,
} as const satisfies Product;

export { catalogue, type PublishedProduct } from './catalogue';
export { frequencies, quoteOnetime } from './quote';
