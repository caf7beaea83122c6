// One transition of one disbursement: a conditional update with its audit entry and event (contract §8), and what it
// means for the application. Always in this order: the application is locked, then the disbursement.
import type { Actor } from '@/lib/core/actor';
import { assert } from '@/lib/core/assert';
import { projectClock } from '@/lib/core/clock';
import { ApiError } from '@/lib/core/errors';
import { requireTransition } from '@/lib/core/transition';
import { lockForMoneyOut, noteDisbursementEnded, noteFunded, noteReturned } from '@/lib/applications';
import { recordAudit } from '@/lib/audit';
import type { Transaction } from '@/lib/db';
import { postDisbursement, reserveDisbursement, returnDisbursement, voidDisbursement } from '@/lib/ledger';
import { enqueue } from '@/lib/jobs';
import { recordEvent, type EventType } from '@/lib/webhooks';
import {
  findTimedDisbursement,
  lockDisbursementRow,
  updateDisbursement,
  type DisbursementRow,
  type TimedRow,
} from './repository/disbursements';
import { toDisbursement } from './serialize';
import { disbursementTransitions, hasApproval, hasEnded, isWaiting, type DisbursementAct } from './state';

/** Who moves it, in which transaction. */
export interface Mover {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly requestId?: string | undefined;
}

type ApplicationRow = Awaited<ReturnType<typeof lockForMoneyOut>>;

/** A disbursement and its application, both locked, and the business time at which that happened. */
export interface Locked {
  readonly row: DisbursementRow;
  readonly application: ApplicationRow;
  readonly now: Date;
}

/** @throws ApiError `resource_not_found`; with `projectId` also for another project's. */
export async function lockDisbursement(
  { tx }: Pick<Mover, 'tx'>,
  id: string,
  projectId?: string,
): Promise<Locked> {
  const known = await findTimedDisbursement(id, tx);
  if (!known || (projectId !== undefined && known.projectId !== projectId)) {
    throw new ApiError('resource_not_found');
  }
  const application = await lockForMoneyOut(known.projectId, known.applicationId, tx);
  const row: TimedRow | null = await lockDisbursementRow(id, tx);
  assert(row, 'a disbursement is never deleted');
  return { row, application, now: projectClock(row.clockOffsetSeconds).now() };
}

/** Name in the audit trail, and the event that tells of it where the contract names one. */
const records: Readonly<Record<DisbursementAct, { readonly audit: string; readonly event?: EventType }>> = {
  approved: { audit: 'disbursement.approve' },
  voided: { audit: 'disbursement.void_approval' },
  released: { audit: 'disbursement.release', event: 'disbursement.released' },
  held: { audit: 'disbursement.hold', event: 'disbursement.on_hold' },
  resumed: { audit: 'disbursement.resume' },
  rejected: { audit: 'disbursement.reject', event: 'disbursement.rejected' },
  cancelled: { audit: 'disbursement.cancel', event: 'disbursement.cancelled' },
  expired: { audit: 'disbursement.expire', event: 'disbursement.expired' },
  sent: { audit: 'disbursement.send' },
  unanswered: { audit: 'disbursement.mark_unknown' },
  failed: { audit: 'disbursement.fail', event: 'disbursement.failed' },
  settled: { audit: 'disbursement.settle', event: 'loan.disbursed' },
  returned: { audit: 'disbursement.return', event: 'disbursement.returned' },
};

/** What the ledger says of an act: money is set aside, owed, free again, or back. */
const postings: Partial<Record<DisbursementAct, typeof reserveDisbursement>> = {
  released: reserveDisbursement,
  settled: postDisbursement,
  failed: voidDisbursement,
  returned: returnDisbursement,
};

export interface Step {
  readonly act: DisbursementAct;
  readonly changes?: Partial<DisbursementRow>;
  readonly auditDetail?: Readonly<Record<string, unknown>>;
}

const noApproval = { snapshotSha256: null, approvedBy: null, approvedAt: null } as const;

/** What follows from the status alone: an approval goes with it, and so does the end that the clock sets. */
function settledFields(row: DisbursementRow): DisbursementRow {
  return {
    ...row,
    ...(!hasApproval(row.status) && noApproval),
    approvalExpiresAt: row.status === 'approved' ? row.approvalExpiresAt : null,
    expiresAt: isWaiting(row.status) ? row.expiresAt : null,
  };
}

function eventObject(row: DisbursementRow, type: EventType): Record<string, unknown> {
  const disbursement = toDisbursement(row);
  if (type !== 'loan.disbursed') return disbursement;
  return { ...disbursement, disbursed_amount_pence: row.amountPence, method: 'faster_payments' };
}

function changedFields(before: DisbursementRow, after: DisbursementRow): Record<string, unknown> {
  return {
    status: before.status,
    progress: toDisbursement(before).progress,
    ...(before.partnerNote !== after.partnerNote && { partner_note: before.partnerNote }),
  };
}

async function moveApplicationAlong(mover: Mover, { row, application, now }: Locked, after: DisbursementRow) {
  const applicationMover = { ...mover, now };
  if (after.status === 'settled') return noteFunded(applicationMover, application);
  if (after.status === 'returned' && row.status === 'settled')
    return noteReturned(applicationMover, application);
  if (hasEnded(after.status)) return noteDisbursementEnded(applicationMover, application);
}

/**
 * Moves a disbursement that this transaction has locked.
 *
 * @throws ApiError `invalid_state` when its status does not allow the act.
 */
export async function moveDisbursement(mover: Mover, locked: Locked, step: Step): Promise<DisbursementRow> {
  const { row: before, now } = locked;
  const { tx, actor, requestId } = mover;
  const status = requireTransition(disbursementTransitions, 'disbursement', before.status, step.act);
  const after = settledFields({ ...before, ...step.changes, status, updatedAt: now });
  assert(await updateDisbursement(before, after, tx), 'a locked disbursement changes exactly once');
  const changed = { ...after, version: before.version + 1 };
  const { id: disbursementId, livemode, amountPence } = after;
  await postings[step.act]?.(tx, { disbursementId, livemode, amountPence });
  const { audit, event } = records[step.act];
  await recordAudit(tx, {
    stream: after.projectId,
    actor,
    act: audit,
    objectId: after.id,
    requestId,
    detail: { from: before.status, to: status, amount_pence: after.amountPence, ...step.auditDetail },
  });
  if (event) {
    await recordEvent(tx, {
      project: { id: after.projectId, livemode: after.livemode },
      type: event,
      objectId: after.id,
      object: eventObject(changed, event),
      previous: changedFields(before, changed),
      createdAt: now,
    });
  }
  if (step.act === 'released')
    await enqueue(tx, 'payer.pay', { disbursementId }, { jobKey: `pay:${disbursementId}` });
  await moveApplicationAlong(mover, locked, changed);
  return changed;
}
