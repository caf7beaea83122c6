// Reconciliation as CSV: a line for each payment, with what we say, what the bank says and what the ledger says.
import { csvText } from '@/lib/core/csv';
import { bankRail, type BankRail, type RailPayment } from '@/lib/providers';
import { railRecord } from './rail-record';
import { findPaymentLines } from './repository';
import { reconciliationTotals } from './totals';

const columns = [
  'disbursement_id', 'bank_reference', 'project_id', 'released_at', 'status', 'amount_pence', 'instruction', 'bank_state',
  'bank_amount_pence', 'ledger_pence',
]; // prettier-ignore

async function recordOf(rail: BankRail | null): Promise<Map<string, RailPayment> | null> {
  if (!rail) return null;
  const record = new Map<string, RailPayment>();
  try {
    for await (const payment of railRecord(rail)) record.set(payment.reference, payment);
  } catch {
    return null; // the bank cannot be asked: its columns stay empty, and the totals say so
  }
  return record;
}

/** Lines of ours first, then payments that only the bank knows. The control totals are those of the screen. */
export async function reconciliationCsv(
  livemode: boolean,
  rail: BankRail | null = bankRail(livemode),
): Promise<string> {
  const [lines, record, totals] = await Promise.all([
    findPaymentLines(livemode),
    recordOf(rail),
    reconciliationTotals(livemode, rail),
  ]);
  const known = new Set(lines.map(({ bankReference }) => bankReference));
  const strangers = [...(record?.values() ?? [])].filter(({ reference }) => !known.has(reference));
  const ours = lines.map((line) => {
    const bank = line.bankReference === null ? undefined : record?.get(line.bankReference);
    return [
      line.disbursementId, line.bankReference, line.projectId, line.releasedAt?.toISOString() ?? null, line.status,
      line.amountPence, line.instructionState, bank?.state ?? null, bank?.amountPence ?? null, line.ledgerPence,
    ]; // prettier-ignore
  });
  const theirs = strangers.map(({ reference, state, amountPence }) => [
    null, reference, null, null, null, null, null, state, amountPence, null,
  ]); // prettier-ignore
  return csvText(columns, [...ours, ...theirs], {
    rows: ours.length + theirs.length,
    released_pence: totals.releasedPence,
    bank_pence: totals.railPence ?? 'the bank cannot be asked',
    ledger_pence: totals.ledgerPence,
    difference_pence: totals.differencePence ?? 'the bank cannot be asked',
  });
}
