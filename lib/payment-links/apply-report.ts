// Takes what a provider says of a try, by callback or when asked, and moves the link accordingly (contract §8).
import { projectClock } from '@/lib/core/clock';
import { assert } from '@/lib/core/assert';
import { recordAudit } from '@/lib/audit';
import { withTransaction } from '@/lib/db';
import type { PaymentReport } from '@/lib/providers';
import {
  addRefundDue,
  findAttempt,
  lockHostedLink,
  updateAttempt,
  type AttemptRow,
  type HostedRow,
} from './repository';
import { effectOf, type PaymentLinkAct, type ReportEffect } from './state';
import { movePaymentLink, type Mover, type Step } from './transition';

/** `unknown`: no such try of this provider's. `mismatch`: it speaks of another amount than was ordered. */
export type ReportOutcome = 'applied' | 'nothing_new' | 'unknown' | 'mismatch';

function stepOf(act: PaymentLinkAct, attempt: AttemptRow, report: PaymentReport): Step {
  const auditDetail = { attempt_id: attempt.id };
  switch (act) {
    case 'started':
      return { act, changes: { failureCode: null }, auditDetail };
    case 'failed':
      return { act, changes: { failureCode: report.failureCode ?? 'technical_error' }, auditDetail };
    case 'disputed':
      return { act, changes: { failureCode: 'disputed_by_customer' }, auditDetail };
    case 'succeeded':
    case 'settled':
      return { act, changes: { paidAttemptId: attempt.id, expiresAt: null }, auditDetail };
    case 'cancelled':
    case 'expired':
      throw new Error(`No report leads to ${act}`);
  }
}

async function moveRefund(
  mover: Mover,
  link: HostedRow,
  attempt: AttemptRow,
  refundDue: boolean,
): Promise<void> {
  if (refundDue === attempt.refundDue) return;
  await addRefundDue(link.id, refundDue ? attempt.amountPence : -attempt.amountPence, mover.now, mover.tx);
}

/** What the trail says of a report that did not move the link: its try is on record all the same. */
function auditActOf({ attempt }: ReportEffect): string {
  return attempt.refundDue ? 'payment_link.flag_refund' : 'payment_link.note_attempt';
}

async function carryOut(
  mover: Mover,
  link: HostedRow,
  attempt: AttemptRow,
  report: PaymentReport,
  effect: ReportEffect,
): Promise<void> {
  const failureCode = effect.attempt.status === 'failed' ? (report.failureCode ?? 'technical_error') : null;
  const after = { ...effect.attempt, failureCode };
  assert(
    await updateAttempt(attempt, after, mover.now, mover.tx),
    'a try of a locked link changes exactly once',
  );
  await moveRefund(mover, link, attempt, effect.attempt.refundDue);
  if (effect.acts.length > 0) {
    await movePaymentLink(
      mover,
      link,
      effect.acts.map((act) => stepOf(act, attempt, report)),
    );
    return;
  }
  await recordAudit(mover.tx, {
    stream: link.projectId,
    actor: mover.actor,
    act: auditActOf(effect),
    objectId: link.id,
    detail: {
      attempt_id: attempt.id,
      from: attempt.status,
      to: effect.attempt.status,
      amount_pence: attempt.amountPence,
    },
  });
}

/** Applies a report of `provider`. Whoever calls has made sure that it is the provider's. */
export function applyReport(
  report: PaymentReport,
  { provider, job }: { readonly provider: string; readonly job: string },
): Promise<ReportOutcome> {
  return withTransaction(async (tx) => {
    const known = await findAttempt(report.paymentId, tx);
    if (known?.provider !== provider) return 'unknown';
    if (known.amountPence !== report.amountPence) return 'mismatch';
    const link = await lockHostedLink(known.linkId, tx);
    assert(link, 'a try belongs to a link');
    // Read again behind the lock: another report may have come in between.
    const attempt = await findAttempt(report.paymentId, tx);
    assert(attempt, 'a try is never deleted');
    const standing = {
      status: link.status,
      paidAttemptId: link.paidAttemptId,
      payable: link.expiresAt !== null,
    };
    const effect = effectOf(standing, attempt, report.status);
    if (!effect) return 'nothing_new';
    const now = projectClock(link.clockOffsetSeconds).now();
    await carryOut({ tx, actor: { kind: 'system', job }, now }, link, attempt, report, effect);
    return 'applied';
  });
}
