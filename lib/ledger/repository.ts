// Postings and entries. The product's role may add and read, nothing else.
import { pool, type Transaction } from '@/lib/db';
import type { LedgerBooking } from './schemas';
import type { LedgerAccount, PostingKind } from './state';

interface NewPosting extends LedgerBooking {
  readonly id: string;
  readonly kind: PostingKind;
  readonly afterKind: PostingKind | null;
}

/** Writes a posting with its two entries. Of two that race for the same step, the database refuses one. */
export async function insertPosting(
  posting: NewPosting,
  { from, to }: { readonly from: LedgerAccount; readonly to: LedgerAccount },
  tx: Transaction,
): Promise<void> {
  const { id, disbursementId, livemode, kind, afterKind, amountPence } = posting;
  await tx.prisma.ledgerPosting.create({
    data: {
      id,
      disbursementId,
      livemode,
      kind,
      afterKind,
      amountPence,
    },
  });
  await tx.prisma.ledgerEntry.createMany({
    data: [
      { postingId: id, account: from, amountPence: -amountPence },
      { postingId: id, account: to, amountPence },
    ],
  });
}

export interface PostingRow {
  readonly kind: PostingKind;
  readonly amountPence: number;
  readonly livemode: boolean;
}

/** The posting that no other follows; null before the first. */
export async function lastPostingOf(disbursementId: string, tx?: Transaction): Promise<PostingRow | null> {
  const { rows } = await (tx?.client ?? pool()).query<PostingRow>(
    `SELECT kind, amount_pence AS "amountPence", livemode FROM ledger_postings p
     WHERE disbursement_id = $1
       AND NOT EXISTS (SELECT FROM ledger_postings n WHERE n.disbursement_id = $1 AND n.after_kind = p.kind)`,
    [disbursementId],
  );
  return rows[0] ?? null;
}

export interface BalanceRow {
  readonly livemode: boolean;
  readonly account: LedgerAccount;
  readonly balancePence: number;
}

/** The balance of each account of each book. */
export async function sumAccounts(tx?: Transaction): Promise<BalanceRow[]> {
  const { rows } = await (tx?.client ?? pool()).query<BalanceRow>(
    `SELECT p.livemode, e.account, sum(e.amount_pence)::bigint AS "balancePence"
     FROM ledger_entries e JOIN ledger_postings p ON p.id = e.posting_id GROUP BY 1, 2`,
  );
  return rows;
}

/**
 * What is wrong with the ledger as a whole, in words; empty when nothing is. Reads all of it: two people release each
 * payment by hand, so it has thousands of rows, not millions.
 */
export async function findViolations(tx?: Transaction): Promise<string[]> {
  const { rows } = await (tx?.client ?? pool()).query<{ violation: string }>(
    `WITH sums AS (
       SELECT p.id, p.amount_pence, p.disbursement_id, p.kind, p.after_kind, coalesce(sum(e.amount_pence), 0) AS total,
              coalesce(sum(e.amount_pence) FILTER (WHERE e.amount_pence > 0), 0) AS moved,
              coalesce(string_agg(e.account::text, '>' ORDER BY e.amount_pence), '') AS path
       FROM ledger_postings p LEFT JOIN ledger_entries e ON e.posting_id = p.id GROUP BY p.id
     )
     SELECT 'posting ' || id || ' does not balance' AS violation FROM sums WHERE total <> 0 OR moved <> amount_pence
     UNION ALL
     SELECT 'posting ' || id || ' moves ' || path FROM sums WHERE path <> CASE
       WHEN kind = 'reserve' THEN 'loan_funds>in_flight'
       WHEN kind = 'post' THEN 'in_flight>borrower_receivable'
       WHEN kind = 'return' AND after_kind = 'post' THEN 'borrower_receivable>loan_funds'
       ELSE 'in_flight>loan_funds' END
     UNION ALL
     SELECT 'posting ' || s.id || ' follows nothing' FROM sums s WHERE s.after_kind IS NOT NULL AND NOT EXISTS (
       SELECT FROM sums b WHERE b.disbursement_id = s.disbursement_id AND b.kind = s.after_kind AND b.amount_pence = s.amount_pence)
     UNION ALL
     SELECT 'entries without a posting' FROM ledger_entries e
       WHERE NOT EXISTS (SELECT FROM ledger_postings p WHERE p.id = e.posting_id)
     LIMIT 20`,
  );
  return rows.map(({ violation }) => violation);
}
