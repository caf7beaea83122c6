// Has a decision that is under way made now: the slow bureau answers, a referral is looked at again (contract §10).
import { finishReview, findReviewed } from '@/lib/applications';
import type { Context } from '@/lib/core/context';
import { readDecision, type Decision } from '@/lib/decisions';
import { requireSandbox } from './require-sandbox';
import { simulate, type Simulation } from './simulate';

/**
 * @param call.input.id of the decision, or of its application.
 * @throws ApiError `sandbox_only`, `resource_not_found`, `invalid_state` when nothing is under review.
 */
export async function resolveDecision(call: {
  readonly ctx: Context;
  readonly input: { readonly id: string };
}): Promise<Simulation<Decision>> {
  const { ctx, input } = call;
  requireSandbox(ctx);
  const objectIds = await findReviewed({ ctx, input });
  const walk = async (signal: AbortSignal) => {
    await finishReview({ ctx, input, signal });
    return readDecision({ ctx, input });
  };
  return simulate({ ctx, objectIds, walk });
}
