// The text an applicant agrees to. It is frozen with its hash at acceptance; a new wording is a new version.
import { createHash } from 'node:crypto';
import { formatPence } from '@/lib/core/money';
import type { Offer } from '@/lib/decisions';

export interface AgreementParties {
  readonly applicationId: string;
  readonly companyName: string;
  readonly companyNumber: string;
  readonly acceptedByName: string;
  readonly acceptedAt: Date;
}

/** The agreement on these terms, plain text with `\n` line ends. */
export function agreementText(parties: AgreementParties, offer: Offer): string {
  return [
    'BUSINESS LOAN AGREEMENT (wording 2026-07-01)',
    '',
    'Lender: Credicorp Limited, company number 16093826.',
    `Borrower: ${parties.companyName}, company number ${parties.companyNumber}.`,
    `Application ${parties.applicationId}, offer ${offer.id}.`,
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
    `Accepted for the borrower by ${parties.acceptedByName} on ${parties.acceptedAt.toISOString()}.`,
    '',
  ].join('\n');
}

/** SHA-256 of the text in UTF-8, lower-case hex. */
export function agreementHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
