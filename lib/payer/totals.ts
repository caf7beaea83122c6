// Reconciliation: what was released, what the bank says, what the ledger says; three totals and one difference.
import { ledgerBalances } from '@/lib/ledger';
import { bankRail, type BankRail } from '@/lib/providers';
import { railRecord } from './rail-record';
import { sumReleased } from './repository';

export interface ReconciliationTotals {
  readonly livemode: boolean;
  /** Released and not failed or returned, by the disbursements themselves. */
  readonly releasedPence: number;
  /** Taken by the bank and not sent back; null when the bank cannot be asked. */
  readonly railPence: number | null;
  /** In flight and owed, by the ledger. */
  readonly ledgerPence: number;
  /** Released, and not at the bank yet or not known to be. */
  readonly notYetAtBankPence: number | null;
  /** What cannot be explained by payments under way: zero when all three agree. Null when the bank cannot be asked. */
  readonly differencePence: number | null;
}

async function railTotal(rail: BankRail): Promise<number> {
  let total = 0;
  for await (const { state, amountPence } of railRecord(rail)) {
    if (state === 'accepted' || state === 'settled') total += amountPence;
  }
  return total;
}

/** The totals of one book, now. */
export async function reconciliationTotals(
  livemode: boolean,
  rail: BankRail | null = bankRail(livemode),
): Promise<ReconciliationTotals> {
  const [released, balances] = await Promise.all([sumReleased(livemode), ledgerBalances(livemode)]);
  const releasedPence = released.inFlightPence + released.settledPence;
  const ledgerPence = balances.in_flight + balances.borrower_receivable;
  const railPence = rail ? await railTotal(rail).catch(() => null) : null;
  if (railPence === null)
    return {
      livemode,
      releasedPence,
      railPence,
      ledgerPence,
      notYetAtBankPence: null,
      differencePence: null,
    };
  const notYetAtBankPence = Math.max(0, releasedPence - railPence);
  const unexplained =
    Math.max(0, railPence - releasedPence) + Math.max(0, notYetAtBankPence - released.inFlightPence);
  const differencePence = unexplained + Math.abs(releasedPence - ledgerPence);
  return { livemode, releasedPence, railPence, ledgerPence, notYetAtBankPence, differencePence };
}
