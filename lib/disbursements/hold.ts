// Puts a request on hold, takes it off again, or rejects it: one person is enough to keep money in.
import { officerAct } from './officer-act';
import type { OfficerContext } from './officers';
import { holdReasons, rejectReasons, type HoldReason, type RejectReason } from './reasons';
import type { DisbursementRow } from './repository/disbursements';
import { moveDisbursement } from './transition';

interface Judged<Reason extends string> {
  readonly id: string;
  readonly version?: number | undefined;
  readonly reason: Reason;
  /** For the house; at least a few words. */
  readonly note: string;
  /** For the partner; the reason's own text when left out. */
  readonly partnerNote?: string | undefined;
}

/** Approvals given so far are void. @throws MoneyOutRefused, ApiError `resource_not_found`. */
export function holdDisbursement(call: {
  readonly ctx: OfficerContext;
  readonly input: Judged<HoldReason>;
}): Promise<DisbursementRow> {
  const { id, version, reason, note, partnerNote } = call.input;
  return officerAct({ ctx: call.ctx, act: 'hold', id, version }, async ({ mover, locked }) => ({
    row: await moveDisbursement(mover, locked, {
      act: 'held',
      changes: { reasonCode: reason, internalNote: note, partnerNote: partnerNote ?? holdReasons[reason] },
      auditDetail: { reason },
    }),
  }));
}

/** @throws MoneyOutRefused, ApiError `resource_not_found`. */
export function rejectDisbursement(call: {
  readonly ctx: OfficerContext;
  readonly input: Judged<RejectReason>;
}): Promise<DisbursementRow> {
  const { id, version, reason, note, partnerNote } = call.input;
  return officerAct({ ctx: call.ctx, act: 'reject', id, version }, async ({ mover, locked }) => ({
    row: await moveDisbursement(mover, locked, {
      act: 'rejected',
      changes: { reasonCode: reason, internalNote: note, partnerNote: partnerNote ?? rejectReasons[reason] },
      auditDetail: { reason },
    }),
  }));
}

/** Takes it off hold: both officers look at it afresh. @throws MoneyOutRefused, ApiError `resource_not_found`. */
export function resumeDisbursement(call: {
  readonly ctx: OfficerContext;
  readonly input: { readonly id: string; readonly version?: number | undefined };
}): Promise<DisbursementRow> {
  return officerAct({ ctx: call.ctx, act: 'resume', ...call.input }, async ({ mover, locked }) => ({
    row: await moveDisbursement(mover, locked, {
      act: 'resumed',
      changes: { reasonCode: null, internalNote: null, partnerNote: null },
    }),
  }));
}
