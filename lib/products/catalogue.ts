// The products that the public ring shows (contract §11; facts of the lender's own site). What partners can apply
// for is in `index.ts`; these figures are published for anyone.

export interface PublishedProduct {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly enabled: boolean;
  readonly min_amount_pence: number;
  readonly max_amount_pence: number;
}

export const catalogue: readonly PublishedProduct[] = [
  {
    id: 'business_loan',
    name: 'Business Loan',
    summary: 'A fixed sum over 3 to 60 months, through our partners.',
    enabled: true,
    min_amount_pence: 100_000,
    max_amount_pence: 25_000_000,
  },
  {
    id: 'onetime',
    name: 'Business Bridging Loan',
    summary: 'A fixed sum for 14 to 84 days at 0.25 % a day, simple, plus £5.',
    enabled: true,
    min_amount_pence: 5_000,
    max_amount_pence: 50_000,
  },
  {
    id: 'flex',
    name: 'Credicorp Flex',
    summary: 'A revolving limit: draw, repay, draw again; 0.25 % a day on what is drawn.',
    enabled: true,
    min_amount_pence: 5_000,
    max_amount_pence: 50_000,
  },
];
