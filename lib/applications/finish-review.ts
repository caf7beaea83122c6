// Brings a review to its final outcome now, for the sandbox: the same job, without the waits between (contract §10).
import type { Context } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { invalidState } from '@/lib/core/transition';
import { withTransaction } from '@/lib/db';
import type { ApplicationRow } from './repository';
import { reviewApplication } from './review';
import { requireLocked } from './transition';

const isUnderReview = ({ status }: ApplicationRow) => status === 'submitted' || status === 'in_review';

type Call = { readonly ctx: Context; readonly input: { readonly id: string } };

const look = ({ ctx, input }: Call) => withTransaction((tx) => requireLocked(ctx.project.id, input.id, tx));

/** Ids of the application and, once it has one, of its decision. @throws ApiError `resource_not_found`. */
export async function findReviewed(call: Call): Promise<string[]> {
  const { id, decisionId } = await look(call);
  return decisionId === null ? [id] : [id, decisionId];
}

/**
 * @param call.input.id of the application, or of its decision.
 * @throws ApiError `resource_not_found`; `invalid_state` when nothing is under review; `temporarily_unavailable` when
 *   it has not ended by `signal`.
 */
export async function finishReview(call: Call & { readonly signal: AbortSignal }): Promise<void> {
  const { signal } = call;
  let row = await look(call);
  if (!isUnderReview(row)) throw invalidState('application', row.status, 'resolved');
  while (isUnderReview(row)) {
    if (signal.aborted) throw new ApiError('temporarily_unavailable', { retryAfterSeconds: 1 });
    const review = { applicationId: row.id, version: row.latestVersion + 1 };
    await reviewApplication(review, { signal, attempt: 1 }, { isHurried: true });
    row = await look(call);
  }
}
