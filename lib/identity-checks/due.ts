// What the clock will do to identity checks next: asked by whoever moves a sandbox's clock (contract §10).
import type { Due, DueQuestion } from '@/lib/core/due';
import type { Transaction } from '@/lib/db';
import { findWaitingChecks } from './repository';
import { requestVerification } from './request-verification';

/** The check whose provider is ready first. */
export async function nextVerification({
  projectId,
  until,
  except,
  offsetSeconds,
}: DueQuestion & { readonly offsetSeconds: number }): Promise<Due | null> {
  for (const { checkId, runAt } of await findWaitingChecks(projectId)) {
    const dueAt = new Date(runAt.getTime() + offsetSeconds * 1_000);
    if (dueAt <= until && !except.includes(checkId)) return { objectId: checkId, dueAt };
  }
  return null;
}

/** The project's clock goes `seconds` ahead: what waits on business time comes as much earlier. */
export async function hastenVerifications(
  tx: Transaction,
  projectId: string,
  seconds: number,
): Promise<void> {
  for (const { checkId, runAt } of await findWaitingChecks(projectId, tx)) {
    await requestVerification(tx, checkId, new Date(runAt.getTime() - seconds * 1_000));
  }
}
