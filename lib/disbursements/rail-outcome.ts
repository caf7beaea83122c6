// What the bank rail makes of a released disbursement. The payer alone calls these, in the transactions in which it
// writes down what the rail said; in the sandbox the simulation routes reach them through the payer too.
import { moveDisbursement, lockDisbursement, type Mover, type Step } from './transition';
import type { DisbursementRow } from './repository/disbursements';

async function move(mover: Mover, id: string, step: (now: Date) => Step): Promise<DisbursementRow> {
  const locked = await lockDisbursement(mover, id);
  return moveDisbursement(mover, locked, step(locked.now));
}

/** The rail accepted it. @throws ApiError `invalid_state` unless released or unknown. */
export function markSent(mover: Mover, id: string): Promise<DisbursementRow> {
  return move(mover, id, (now) => ({ act: 'sent', changes: { sentAt: now } }));
}

/** The rail is silent: reconciled against its record, never resent blindly. @throws ApiError `invalid_state`. */
export function markUnknown(mover: Mover, id: string): Promise<DisbursementRow> {
  return move(mover, id, () => ({ act: 'unanswered' }));
}

/** The rail refused it for good: the reserve is lifted, the application is free. @throws ApiError `invalid_state`. */
export function markFailed(mover: Mover, id: string, failureCode: string): Promise<DisbursementRow> {
  return move(mover, id, () => ({
    act: 'failed',
    changes: { failureCode, partnerNote: 'The bank refused this payment. Check the account and ask again.' },
    auditDetail: { failure_code: failureCode },
  }));
}

/** The money arrived: `loan.disbursed`, and the application is funded. @throws ApiError `invalid_state` unless sent. */
export function settleDisbursement(mover: Mover, id: string): Promise<DisbursementRow> {
  return move(mover, id, (now) => ({ act: 'settled', changes: { settledAt: now } }));
}

/** The bank sent it back. @throws ApiError `invalid_state` unless sent or settled. */
export function returnByBank(mover: Mover, id: string, returnCode: string): Promise<DisbursementRow> {
  return move(mover, id, (now) => ({
    act: 'returned',
    changes: {
      returnCode,
      returnedAt: now,
      partnerNote: 'The bank returned this payment. Check the account and ask again.',
    },
    auditDetail: { return_code: returnCode },
  }));
}
