// Has an approved or declined application decided anew, with new figures if given; earlier offers are void from
// then on (contract §8).
import type { WriteContext } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { readDecision, type Decision } from '@/lib/decisions';
import { requestReview } from './request-review';
import type { RefreshDecisionInput } from './schemas';
import { moveApplication, moverOf, requireLocked } from './transition';

/**
 * @param call.input.id Of the decision or of its application.
 * @returns the decision as it stands, with `refresh_pending`.
 * @throws ApiError `resource_not_found`, `refresh_in_progress`, `invalid_state`.
 */
export async function refreshDecision(call: {
  readonly ctx: WriteContext;
  readonly input: RefreshDecisionInput & { readonly id: string };
}): Promise<Decision> {
  const { ctx, input } = call;
  const before = await requireLocked(ctx.project.id, input.id, ctx.tx);
  if (before.refreshPending) throw new ApiError('refresh_in_progress', { retryAfterSeconds: 1 });
  const after = await moveApplication(moverOf(ctx), before, {
    act: 'refreshed',
    audit: 'decision.refresh',
    auditDetail: {
      decision_id: before.decisionId,
      replaced: Object.keys(input).filter((name) => name !== 'id'),
    },
    changes: {
      amountPence: input.amount_pence ?? before.amountPence,
      termMonths: input.term_months ?? before.termMonths,
      monthlyTurnoverPence: input.monthly_turnover_pence ?? before.monthlyTurnoverPence,
      pass: 1,
      refreshPending: true,
    },
  });
  await requestReview(ctx.tx, after);
  return readDecision({ ctx, input: { id: after.id } });
}
