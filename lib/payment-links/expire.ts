// Ends payment links whose time is over on their project's clock (contract §8).
import { projectClock } from '@/lib/core/clock';
import { withTransaction } from '@/lib/db';
import { findDue, lockHostedLink } from './repository';
import { paymentLinkTransitions } from './state';
import { movePaymentLink } from './transition';

const batch = 200;

/** Expires this link if it is due on its project's clock. @returns whether it was. */
export function expirePaymentLink(id: string): Promise<boolean> {
  return withTransaction(async (tx) => {
    const row = await lockHostedLink(id, tx);
    if (!row) return false;
    const now = projectClock(row.clockOffsetSeconds).now();
    const isOver = row.expiresAt !== null && row.expiresAt <= now;
    if (!isOver || !paymentLinkTransitions.expired.from.includes(row.status)) return false;
    const mover = { tx, actor: { kind: 'system', job: 'payment_links.expire' }, now } as const;
    await movePaymentLink(mover, row, [{ act: 'expired', changes: { expiresAt: null } }]);
    return true;
  });
}

/** Expires all that is due. @returns how many. */
export async function expirePaymentLinks(): Promise<number> {
  let expired = 0;
  for (;;) {
    const due = await findDue(batch);
    let progress = 0;
    for (const { id } of due) progress += Number(await expirePaymentLink(id));
    expired += progress;
    // Without progress the rest is in somebody else's hands; the next run looks again.
    if (due.length < batch || progress === 0) return expired;
  }
}
