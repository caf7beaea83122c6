// Submits an application for decision: white-label by API, or at the end of the hosted journey (contract §8).
import type { WriteContext } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { requestReview } from './request-review';
import type { Application } from './schemas';
import { toApplication } from './serialize';
import { moveApplication, moverOf, requireLocked } from './transition';

/** @throws ApiError `resource_not_found`, `invalid_state`. */
export async function submitApplication(call: {
  readonly ctx: WriteContext;
  readonly input: { readonly id: string };
}): Promise<Application> {
  const { ctx, input } = call;
  const before = await requireLocked(ctx.project.id, input.id, ctx.tx);
  const after = await moveApplication(moverOf(ctx), before, {
    act: 'submitted',
    audit: 'application.submit',
    event: 'application.submitted',
    changes: { decisionId: newId('dec') },
  });
  await requestReview(ctx.tx, after);
  return toApplication(after);
}
