// One transition of one identity check: a conditional update with its audit entry and event (contract §8).
import type { Actor } from '@/lib/core/actor';
import { assert } from '@/lib/core/assert';
import { requireTransition } from '@/lib/core/transition';
import { recordAudit } from '@/lib/audit';
import type { Transaction } from '@/lib/db';
import type { Finding } from '@/lib/providers';
import { recordEvent, type EventType } from '@/lib/webhooks';
import { updateCheck, type IdentityCheckRow } from './repository';
import { toIdentityCheck } from './serialize';
import { identityCheckTransitions, outcomeOf, type IdentityCheckAct } from './state';

/** Who moves it, in which transaction, at what business time. */
export interface Mover {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly requestId?: string | undefined;
  readonly now: Date;
}

const records: Readonly<Record<IdentityCheckAct, { readonly audit: string; readonly event: EventType }>> = {
  passed: { audit: 'identity_check.pass', event: 'identity_check.completed' },
  failed: { audit: 'identity_check.fail', event: 'identity_check.completed' },
  referred: { audit: 'identity_check.refer', event: 'identity_check.needs_review' },
};

/**
 * Moves a check that this transaction has locked.
 *
 * @throws ApiError `invalid_state` when its status does not allow the act.
 */
export async function moveCheck(
  { tx, actor, requestId, now }: Mover,
  before: IdentityCheckRow,
  act: IdentityCheckAct,
  findings: readonly Finding[],
): Promise<IdentityCheckRow> {
  const status = requireTransition(identityCheckTransitions, 'identity check', before.status, act);
  const after: IdentityCheckRow = { ...before, status, findings, updatedAt: now };
  assert(await updateCheck(before, after, tx), 'a locked identity check changes exactly once');
  await recordAudit(tx, {
    stream: after.projectId,
    actor,
    act: records[act].audit,
    objectId: after.id,
    requestId,
    detail: { from: before.status, to: status, checks: findings },
  });
  await recordEvent(tx, {
    project: { id: after.projectId, livemode: after.livemode },
    type: records[act].event,
    objectId: after.id,
    object: toIdentityCheck(after),
    previous: { status: before.status, checks: before.findings },
    createdAt: now,
  });
  return after;
}

/** Moves a locked check to where these findings lead. @throws ApiError `invalid_state` when that is no way from here. */
export function settleCheck(
  mover: Mover,
  before: IdentityCheckRow,
  findings: readonly Finding[],
): Promise<IdentityCheckRow> {
  const outcome = outcomeOf(before.type, findings);
  return moveCheck(mover, before, outcome === 'needs_review' ? 'referred' : outcome, findings);
}
