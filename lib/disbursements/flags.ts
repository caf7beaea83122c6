// Flags: what an officer should look at twice. Each is a reading of the evidence; none decides.
import type { Evidence } from './evidence';
import type { TimedRow } from './repository/disbursements';

export type Flag =
  | 'first_payment_to_payee'
  | 'payee_used_by_other_applicants'
  | 'changed_details'
  | 'amount_above_usual'
  | 'decision_about_to_expire'
  | 'duplicate_suspicion'
  | 'payment_came_back_before';

const dayMs = 86_400_000;

/** @param usualPence what nine in ten settled payments of the partner stay within; 0 before the first. */
export function flagsOf(row: TimedRow, { cards }: Evidence, usualPence: number, now: Date): Flag[] {
  const fact = (card: string, name: string) => cards.find((one) => one.card === card)?.facts[name];
  const count = (name: string) => Number(fact('history', name));
  const expires = Date.parse(String(fact('decision', 'offer_expires_at')));
  const flags: [boolean, Flag][] = [
    [count('paid_to_this_account') === 0, 'first_payment_to_payee'],
    [count('other_companies_with_this_account') > 0, 'payee_used_by_other_applicants'],
    [count('other_accounts_of_this_company') > 0, 'changed_details'],
    [usualPence > 0 && row.amountPence > usualPence, 'amount_above_usual'],
    [expires - now.getTime() < 2 * dayMs, 'decision_about_to_expire'],
    [count('same_amount_requests_of_this_company') > 0, 'duplicate_suspicion'],
    [count('came_back_from_this_account') > 0, 'payment_came_back_before'],
  ];
  return flags.filter(([raised]) => raised).map(([, flag]) => flag);
}
