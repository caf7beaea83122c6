// What the clock will do to applications next: asked by whoever moves a sandbox's clock (contract §10).
import type { Due, DueQuestion } from '@/lib/core/due';
import type { Transaction } from '@/lib/db';
import { findNextExpiry, findQueuedReviews } from './repository';
import { requestWaitingReview } from './request-review';

/** The end of an application, or of its offers, that comes first. */
export function nextExpiry({ projectId, until, except }: DueQuestion): Promise<Due | null> {
  return findNextExpiry(projectId, until, except);
}

/** The review that runs first: a referral's second look, or the answer of a slow bureau. */
export async function nextReview({
  projectId,
  until,
  except,
  offsetSeconds,
}: DueQuestion & { readonly offsetSeconds: number }): Promise<(Due & { readonly version: number }) | null> {
  for (const { applicationId, decisionId, version, runAt } of await findQueuedReviews(projectId)) {
    const dueAt = new Date(runAt.getTime() + offsetSeconds * 1_000);
    if (dueAt > until || except.includes(applicationId)) continue;
    return { objectId: applicationId, dueAt, version, about: [applicationId, decisionId] };
  }
  return null;
}

/** The project's clock goes `seconds` ahead: what waits on business time comes as much earlier. */
export async function hastenReviews(tx: Transaction, projectId: string, seconds: number): Promise<void> {
  for (const review of await findQueuedReviews(projectId, tx)) {
    if (!review.waits) continue;
    await requestWaitingReview(tx, review, new Date(review.runAt.getTime() - seconds * 1_000));
  }
}
