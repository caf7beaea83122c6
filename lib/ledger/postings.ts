// The four postings. Each stands or falls with the transition it belongs to: same transaction.
import { newId } from '@/lib/core/ids';
import { invalidState } from '@/lib/core/transition';
import type { Transaction } from '@/lib/db';
import { insertPosting, lastPostingOf } from './repository';
import type { LedgerBooking } from './schemas';
import { movementAfter, type PostingKind } from './state';

const participles: Readonly<Record<PostingKind, string>> = {
  reserve: 'reserved',
  post: 'posted',
  void: 'voided',
  return: 'returned',
};

async function book(tx: Transaction, kind: PostingKind, booking: LedgerBooking): Promise<void> {
  const last = await lastPostingOf(booking.disbursementId, tx);
  const movement = movementAfter(last?.kind ?? null, kind);
  if (!movement) {
    throw invalidState('ledger entry', last ? participles[last.kind] : 'not reserved', participles[kind]);
  }
  const posting = { id: newId('led'), ...booking, kind, afterKind: movement.after };
  await insertPosting(posting, movement, tx);
}

/** At release: the money is set aside. @throws ApiError `invalid_state` when it is already. */
export function reserveDisbursement(tx: Transaction, booking: LedgerBooking): Promise<void> {
  return book(tx, 'reserve', booking);
}

/** At settlement: the borrower owes it. @throws ApiError `invalid_state` unless it is reserved. */
export function postDisbursement(tx: Transaction, booking: LedgerBooking): Promise<void> {
  return book(tx, 'post', booking);
}

/** When it will never leave: the reserve is lifted. @throws ApiError `invalid_state` unless it is reserved. */
export function voidDisbursement(tx: Transaction, booking: LedgerBooking): Promise<void> {
  return book(tx, 'void', booking);
}

/** When the bank sent it back, before or after it settled. @throws ApiError `invalid_state` otherwise. */
export function returnDisbursement(tx: Transaction, booking: LedgerBooking): Promise<void> {
  return book(tx, 'return', booking);
}
