// Transitions of one payment link: each a conditional update with its audit entry and event (contract §8).
import type { Actor } from '@/lib/core/actor';
import { assert } from '@/lib/core/assert';
import type { WriteContext } from '@/lib/core/context';
import { requireTransition } from '@/lib/core/transition';
import { recordAudit } from '@/lib/audit';
import type { Transaction } from '@/lib/db';
import { recordEvents, type EventRecord, type EventType } from '@/lib/webhooks';
import { updatePaymentLink, type PaymentLinkRow } from './repository';
import { toPaymentLink } from './serialize';
import { paymentLinkTransitions, type PaymentLinkAct } from './state';

/** Who moves it, in which transaction, at what business time. */
export interface Mover {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly requestId?: string | undefined;
  readonly now: Date;
}

/** The caller of the API as a mover. */
export function moverOf({ tx, actor, requestId, clock }: WriteContext): Mover {
  return { tx, actor, requestId, now: clock.now() };
}

/** Name in the audit trail, and the event that tells of it where the contract names one. */
const records: Readonly<Record<PaymentLinkAct, { readonly audit: string; readonly event?: EventType }>> = {
  started: { audit: 'payment_link.start' },
  succeeded: { audit: 'payment_link.succeed', event: 'payment.succeeded' },
  settled: { audit: 'payment_link.settle', event: 'payment.settled' },
  failed: { audit: 'payment_link.fail', event: 'payment.failed' },
  disputed: { audit: 'payment_link.dispute', event: 'payment.failed' },
  cancelled: { audit: 'payment_link.cancel', event: 'payment.cancelled' },
  expired: { audit: 'payment_link.expire', event: 'payment.expired' },
};

export interface Step {
  readonly act: PaymentLinkAct;
  readonly changes?: Partial<Pick<PaymentLinkRow, 'failureCode' | 'paidAttemptId' | 'expiresAt'>>;
  readonly auditDetail?: Readonly<Record<string, unknown>>;
}

function changedFields(before: PaymentLinkRow, after: PaymentLinkRow): Record<string, unknown> {
  return {
    status: before.status,
    ...(before.failureCode !== after.failureCode && { failure_code: before.failureCode }),
  };
}

async function moveOnce(mover: Mover, before: PaymentLinkRow, step: Step): Promise<PaymentLinkRow> {
  const status = requireTransition(paymentLinkTransitions, 'payment link', before.status, step.act);
  const after: PaymentLinkRow = { ...before, ...step.changes, status, updatedAt: mover.now };
  assert(await updatePaymentLink(before, after, mover.tx), 'a locked payment link changes exactly once');
  await recordAudit(mover.tx, {
    stream: after.projectId,
    actor: mover.actor,
    act: records[step.act].audit,
    objectId: after.id,
    requestId: mover.requestId,
    detail: { from: before.status, to: status, ...step.auditDetail },
  });
  return after;
}

/**
 * Moves a payment link that this transaction has locked, step by step; its events keep the order of the steps.
 *
 * @throws ApiError `invalid_state` when its status does not allow an act.
 */
export async function movePaymentLink(
  mover: Mover,
  row: PaymentLinkRow,
  steps: readonly Step[],
): Promise<PaymentLinkRow> {
  let current = row;
  const events: EventRecord[] = [];
  for (const step of steps) {
    const before = current;
    current = await moveOnce(mover, before, step);
    const type = records[step.act].event;
    if (type === undefined) continue;
    events.push({
      project: { id: current.projectId, livemode: current.livemode },
      type,
      objectId: current.id,
      object: toPaymentLink(current),
      previous: changedFields(before, current),
      createdAt: mover.now,
    });
  }
  if (events.length > 0) await recordEvents(mover.tx, events);
  return current;
}
