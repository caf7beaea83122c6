// Three totals, one difference, and a task for each payment that explains it (product §2, Reconciliation).
import { z } from 'zod';
import { listExceptions, reconciliationTotals, type ReconciliationException } from '@/lib/payer';
import { findNames } from './repository';

/** Live money, or the sandbox's. */
export const bookSchema = z.strictObject({ book: z.enum(['live', 'sandbox']).default('live') });

/** What was found, in the words of whoever ends the task. */
export const resolveSchema = z.strictObject({ resolution: z.string().trim().min(10).max(2_000) });

function toTask(row: ReconciliationException, names: ReadonlyMap<string, string>) {
  const { resolvedBy } = row;
  return {
    id: row.id,
    object: 'reconciliation_exception' as const,
    kind: row.kind,
    subject: row.subject,
    disbursement_id: row.disbursementId,
    detail: row.detail,
    blocking: row.blocking,
    opened: row.openedAt.toISOString(),
    resolved: row.resolvedAt?.toISOString() ?? null,
    resolved_by: resolvedBy === null ? null : (names.get(resolvedBy) ?? resolvedBy),
    resolution: row.resolution,
  };
}

/** One book now, with its open tasks and those that were ended, newest first. */
export async function showReconciliation({ book }: z.output<typeof bookSchema>) {
  const livemode = book === 'live';
  const [totals, open, ended] = await Promise.all([
    reconciliationTotals(livemode),
    listExceptions(livemode),
    listExceptions(livemode, { open: false }),
  ]);
  const names = await findNames(ended.flatMap(({ resolvedBy }) => resolvedBy ?? []));
  return {
    object: 'reconciliation' as const,
    book,
    at: new Date().toISOString(),
    released_pence: totals.releasedPence,
    bank_pence: totals.railPence,
    ledger_pence: totals.ledgerPence,
    not_yet_at_bank_pence: totals.notYetAtBankPence,
    difference_pence: totals.differencePence,
    open: open.map((row) => toTask(row, names)),
    ended: ended.map((row) => toTask(row, names)),
  };
}
export type Reconciliation = Awaited<ReturnType<typeof showReconciliation>>;
