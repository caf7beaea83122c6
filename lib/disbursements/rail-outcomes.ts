// What the bank makes of a released disbursement (contract §8). Only the payer calls these; each moves the ledger with it.
import type { Transaction } from '@/lib/db';
import { postDisbursement, returnDisbursement, voidDisbursement } from '@/lib/ledger';
import { lockDisbursement, moveDisbursement, type Step } from './transition';

export interface RailContext {
  readonly tx: Transaction;
  /** The job that learnt of it, as the audit trail names it. */
  readonly job: string;
}

interface About {
  readonly id: string;
  /** The payment's name at the bank. */
  readonly bankReference: string;
}

type Booking = typeof postDisbursement;

async function move(
  { tx, job }: RailContext,
  { id, bankReference }: About,
  stepAt: (now: Date) => Step,
  book?: Booking,
): Promise<void> {
  const mover = { tx, actor: { kind: 'system', job } as const };
  const locked = await lockDisbursement(mover, id);
  const step = stepAt(locked.now);
  await moveDisbursement(mover, locked, {
    ...step,
    auditDetail: { bank_reference: bankReference, ...step.auditDetail },
  });
  const { livemode, amountPence } = locked.row;
  await book?.(tx, { disbursementId: id, livemode, amountPence });
}

/** The bank has taken it. @throws ApiError `invalid_state` unless it is released or unknown. */
export function noteSent(ctx: RailContext, about: About): Promise<void> {
  return move(ctx, about, (now) => ({ act: 'sent', changes: { sentAt: now } }));
}

/** The bank is silent: it may or may not have it. @throws ApiError `invalid_state` unless it is released. */
export function noteUnanswered(ctx: RailContext, about: About): Promise<void> {
  return move(ctx, about, () => ({ act: 'unanswered' }));
}

/** The bank refuses for good; the reserve is lifted. @throws ApiError `invalid_state` unless it is released or unknown. */
export function noteFailed(ctx: RailContext, about: About & { readonly code: string }): Promise<void> {
  const step = { act: 'failed', changes: { failureCode: about.code }, auditDetail: { code: about.code } } as const;
  return move(ctx, about, () => step, voidDisbursement);
}

/** The money has arrived: the borrower owes it. @throws ApiError `invalid_state` unless it is sent. */
export function noteSettled(ctx: RailContext, about: About): Promise<void> {
  return move(ctx, about, (now) => ({ act: 'settled', changes: { settledAt: now } }), postDisbursement);
}

/** The bank has sent it back. @throws ApiError `invalid_state` unless it is sent or settled. */
export function noteReturnedByBank(ctx: RailContext, about: About & { readonly code: string }): Promise<void> {
  return move(
    ctx,
    about,
    (now) => ({ act: 'returned', changes: { returnedAt: now, returnCode: about.code }, auditDetail: { code: about.code } }),
    returnDisbursement,
  );
}
