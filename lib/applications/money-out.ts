// What the request for its money does to an application (contract §8). lib/disbursements calls these inside its own
// transactions: it locks the application first, always, so that the two domains never wait for each other.
import { assert } from '@/lib/core/assert';
import type { Transaction } from '@/lib/db';
import { updateApplication, type ApplicationRow } from './repository';
import { expiryOf } from './state';
import { moveApplication, requireLocked, type Mover } from './transition';

export type MoneyOutMover = Mover;

/** The application, locked. @throws ApiError `resource_not_found` for an unknown or foreign id. */
export function lockForMoneyOut(projectId: string, id: string, tx: Transaction): Promise<ApplicationRow> {
  return requireLocked(projectId, id, tx);
}

async function change(
  { tx, now }: Mover,
  before: ApplicationRow,
  changes: Partial<ApplicationRow>,
): Promise<void> {
  const after = { ...before, ...changes, updatedAt: now };
  assert(await updateApplication(before, after, tx), 'a locked application changes exactly once');
}

/** Its money was asked for: while the request lives, the clock does not end the application. */
export function noteDisbursement(mover: Mover, row: ApplicationRow, disbursementId: string): Promise<void> {
  return change(mover, row, { disbursementId, expiresAt: null });
}

/** The request ended without money: from now on 30 days remain for another. */
export async function noteDisbursementEnded(mover: Mover, row: ApplicationRow): Promise<void> {
  if (row.status !== 'accepted') return;
  await change(mover, row, { expiresAt: expiryOf('accepted', mover.now) });
}

/** Its money arrived. */
export async function noteFunded(mover: Mover, row: ApplicationRow): Promise<void> {
  await moveApplication(mover, row, {
    act: 'funded',
    audit: 'application.fund',
    event: 'application.funded',
  });
}

/** The bank sent the money back after it had arrived; the event that tells of it is the disbursement's. */
export async function noteReturned(mover: Mover, row: ApplicationRow): Promise<void> {
  await moveApplication(mover, row, {
    act: 'returned',
    audit: 'application.return',
    changes: { expiresAt: expiryOf('accepted', mover.now) },
  });
}
