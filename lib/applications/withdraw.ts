// Withdraws an application that is not funded yet (contract §8).
import type { WriteContext } from '@/lib/core/context';
import type { Application } from './schemas';
import { toApplication } from './serialize';
import { moveApplication, moverOf, requireLocked } from './transition';

/** @throws ApiError `resource_not_found`, `invalid_state`. */
export async function withdrawApplication(call: {
  readonly ctx: WriteContext;
  readonly input: { readonly id: string };
}): Promise<Application> {
  const { ctx, input } = call;
  const before = await requireLocked(ctx.project.id, input.id, ctx.tx);
  const after = await moveApplication(moverOf(ctx), before, {
    act: 'withdrawn',
    audit: 'application.withdraw',
    event: 'application.withdrawn',
    changes: { refreshPending: false },
  });
  return toApplication(after);
}
