// What each account holds.
import { sumAccounts } from './repository';
import { ledgerAccounts, type LedgerAccount } from './state';

/** Pence by account; debits positive, so `loan_funds` falls below zero as money is lent. They sum to zero. */
export type Balances = Readonly<Record<LedgerAccount, number>>;

/** The balances of the live book, or of the sandbox's. */
export async function ledgerBalances(livemode: boolean): Promise<Balances> {
  const rows = (await sumAccounts()).filter((row) => row.livemode === livemode);
  const balanceOf = (account: LedgerAccount) =>
    rows.find((row) => row.account === account)?.balancePence ?? 0;
  return Object.fromEntries(ledgerAccounts.map((account) => [account, balanceOf(account)])) as Balances;
}
