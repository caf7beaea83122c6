// The text an applicant agrees to. It is frozen with its hash at acceptance; a new wording is a new version.
import { createHash } from 'node:crypto';
import { formatPence } from '@/lib/core/money';
import type { Offer } from '@/lib/decisions';

/** Who borrows, as far as the text names him. */
export interface Borrower {
  readonly id: string;
  readonly companyName: string | null;
  readonly companyNumber: string;
}

export interface Acceptance {
  readonly name: string;
  readonly at: Date;
}

/** Everything that is agreed on: what the applicant reads before he accepts. Plain text with `\n` line ends. */
export function agreementTerms(borrower: Borrower, offer: Offer): string {
  return [
    'BUSINESS LOAN AGREEMENT (wording 2026-07-01)',
    '',
    'Lender: Credicorp Limited, company number 16093826.',
    `Borrower: ${borrower.companyName ?? borrower.companyNumber}, company number ${borrower.companyNumber}.`,
    `Application ${borrower.id}, offer ${offer.id}.`,
    '',
    `Principal: ${formatPence(offer.amount_pence)}, repaid over ${offer.term_months} months.`,
    `Interest: ${offer.yearly_rate_percent} % a year on the reducing balance, actual/365: ${formatPence(offer.interest_pence)}.`,
    `Arrangement fee: ${formatPence(offer.fee_pence)}.`,
    `Total cost of credit: ${formatPence(offer.total_cost_pence)}. It can never exceed the principal.`,
    `Total payable: ${formatPence(offer.total_payable_pence)}.`,
    '',
    'Repayments:',
    ...offer.schedule.map(({ due, amount_pence: pence }) => `  ${due}  ${formatPence(pence)}`),
    '',
    'The borrower is a body corporate and borrows for its business; no director gives a guarantee.',
    'Interest stops on the day of early settlement, which is free of charge.',
    '',
  ].join('\n');
}

/** The terms with who accepted them: what is kept. */
export function agreementText(borrower: Borrower, offer: Offer, { name, at }: Acceptance): string {
  const signature = `Accepted for the borrower by ${name} on ${at.toISOString()}.\n`;
  return agreementTerms(borrower, offer) + signature;
}

/** SHA-256 of the text in UTF-8, lower-case hex. */
export function agreementHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
