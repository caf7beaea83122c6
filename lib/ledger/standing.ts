// Where a disbursement's money stands.
import type { Transaction } from '@/lib/db';
import { lastPostingOf, type PostingRow } from './repository';

export type LedgerStanding = PostingRow;

/** The last posting of a disbursement: its kind, amount and book; null when nothing was reserved. */
export function ledgerStandingOf(disbursementId: string, tx?: Transaction): Promise<LedgerStanding | null> {
  return lastPostingOf(disbursementId, tx);
}
