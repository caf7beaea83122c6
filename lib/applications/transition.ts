// One transition of one application: a conditional update with its audit entry and event (contract §8).
import type { Actor } from '@/lib/core/actor';
import { assert } from '@/lib/core/assert';
import type { WriteContext } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { requireTransition } from '@/lib/core/transition';
import { recordAudit } from '@/lib/audit';
import type { Transaction } from '@/lib/db';
import { recordEvent, type EventType } from '@/lib/webhooks';
import { lockApplication, updateApplication, type ApplicationRow } from './repository';
import { toApplication } from './serialize';
import { applicationTransitions, type ApplicationAct } from './state';

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

/** The platform's own job as a mover. */
export function jobMover(tx: Transaction, job: string, now: Date): Mover {
  return { tx, actor: { kind: 'system', job }, now };
}

/** The application, locked. @throws ApiError `resource_not_found` for an unknown or foreign id. */
export async function requireLocked(projectId: string, id: string, tx: Transaction): Promise<ApplicationRow> {
  const row = await lockApplication(projectId, id, tx);
  if (!row) throw new ApiError('resource_not_found');
  return row;
}

export interface Transition {
  readonly act: ApplicationAct;
  /** Name in the audit trail, such as `application.submit`. */
  readonly audit: string;
  readonly auditDetail?: Readonly<Record<string, unknown>>;
  /** The event that tells of it; left out where the contract names none. */
  readonly event?: EventType;
  /** What changes beside the status; `expiresAt` is cleared unless it stands here. */
  readonly changes?: Partial<ApplicationRow>;
}

function changedFields(before: ApplicationRow, after: ApplicationRow): Record<string, unknown> {
  return {
    status: before.status,
    ...(before.decisionId !== after.decisionId && { decision_id: before.decisionId }),
    ...(before.acceptedOfferId !== after.acceptedOfferId && { accepted_offer_id: before.acceptedOfferId }),
  };
}

/**
 * Moves an application that this transaction has locked.
 *
 * @throws ApiError `invalid_state` when its status does not allow the act.
 */
export async function moveApplication(
  mover: Mover,
  before: ApplicationRow,
  transition: Transition,
): Promise<ApplicationRow> {
  const status = requireTransition(applicationTransitions, 'application', before.status, transition.act);
  const after: ApplicationRow = {
    ...before,
    expiresAt: null,
    ...transition.changes,
    status,
    updatedAt: mover.now,
  };
  assert(await updateApplication(before, after, mover.tx), 'a locked application changes exactly once');
  await recordAudit(mover.tx, {
    stream: after.projectId,
    actor: mover.actor,
    act: transition.audit,
    objectId: after.id,
    requestId: mover.requestId,
    detail: { from: before.status, to: status, ...transition.auditDetail },
  });
  if (transition.event) {
    await recordEvent(mover.tx, {
      project: { id: after.projectId, livemode: after.livemode },
      type: transition.event,
      objectId: after.id,
      object: toApplication(after),
      previous: changedFields(before, after),
      createdAt: mover.now,
    });
  }
  return after;
}
