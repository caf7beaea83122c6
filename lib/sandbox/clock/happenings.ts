// Everything that goes by a project's clock, as its domain tells of it. At the same instant the order of the list
// holds: what changes comes before what tells of it.
import { expireApplication, nextExpiry, nextReview, reviewApplication } from '@/lib/applications';
import type { Due, DueQuestion } from '@/lib/core/due';
import { expireDisbursement, nextDisbursementEnd } from '@/lib/disbursements';
import { nextVerification, verifyIdentity } from '@/lib/identity-checks';
import { expirePaymentLink, nextLapse, nextLinkExpiry, pollPayment } from '@/lib/payment-links';
import { attemptNow, nextDelivery } from '@/lib/webhooks';

/** By the name of the job that does it otherwise. */
export const happeningNames = [
  'applications.review',
  'identity_checks.verify',
  'payment_links.poll',
  'payment_links.expire',
  'disbursements.expire',
  'applications.expire',
  'webhooks.deliver',
] as const;
export type HappeningName = (typeof happeningNames)[number];

export interface Moment extends DueQuestion {
  /** Of the project's clock now. */
  readonly offsetSeconds: number;
}

export interface Happening extends Due {
  readonly name: HappeningName;
  /** Does it, unless somebody else was quicker. */
  readonly happen: (signal: AbortSignal) => Promise<unknown>;
}

type Source = (moment: Moment) => Promise<Happening | null>;

function source<Found extends Due>(
  name: HappeningName,
  next: (moment: Moment) => Promise<Found | null>,
  happen: (due: Found, signal: AbortSignal) => Promise<unknown>,
): Source {
  return async (moment) => {
    const due = await next(moment);
    return due && { ...due, name, happen: (signal) => happen(due, signal) };
  };
}

const sources: readonly Source[] = [
  source('applications.review', nextReview, ({ objectId, version }, signal) =>
    reviewApplication({ applicationId: objectId, version }, { signal, attempt: 1 }),
  ),
  source('identity_checks.verify', nextVerification, ({ objectId }, signal) =>
    verifyIdentity({ checkId: objectId }, { signal, attempt: 1 }),
  ),
  source('payment_links.poll', nextLapse, ({ attemptId }) => pollPayment(attemptId)),
  source('payment_links.expire', nextLinkExpiry, ({ objectId }) => expirePaymentLink(objectId)),
  source('disbursements.expire', nextDisbursementEnd, ({ objectId }) => expireDisbursement(objectId)),
  source('applications.expire', nextExpiry, ({ objectId }) => expireApplication(objectId)),
  source('webhooks.deliver', nextDelivery, ({ objectId }) => attemptNow(objectId)),
];

/** What comes first of all; null when there is nothing up to `moment.until`. */
export async function nextHappening(moment: Moment): Promise<Happening | null> {
  const found = await Promise.all(sources.map((next) => next(moment)));
  return found.reduce(
    (first, other) => (other && (!first || other.dueAt < first.dueAt) ? other : first),
    null,
  );
}
