// Withdraws an application that is not funded yet, and with it a request for its money (contract §8).
import type { WriteContext } from '@/lib/core/context';
import { requireTransition } from '@/lib/core/transition';
import type { Application } from './schemas';
import { toApplication } from './serialize';
import { applicationTransitions } from './state';
import { moveApplication, moverOf, requireLocked } from './transition';

/**
 * Ends the request for the money of an application that is withdrawn, in the same transaction.
 *
 * @throws ApiError `invalid_state` once two people have released it.
 */
export type EndMoneyOut = (ctx: WriteContext, applicationId: string) => Promise<void>;

/**
 * @param call.endMoneyOut lib/disbursements has it; handed in, because that domain stands on this one.
 * @throws ApiError `resource_not_found`, `invalid_state`.
 */
export async function withdrawApplication(call: {
  readonly ctx: WriteContext;
  readonly input: { readonly id: string };
  readonly endMoneyOut: EndMoneyOut;
}): Promise<Application> {
  const { ctx, input } = call;
  const before = await requireLocked(ctx.project.id, input.id, ctx.tx);
  requireTransition(applicationTransitions, 'application', before.status, 'withdrawn');
  await call.endMoneyOut(ctx, before.id);
  const after = await moveApplication(moverOf(ctx), before, {
    act: 'withdrawn',
    audit: 'application.withdraw',
    event: 'application.withdrawn',
    changes: { refreshPending: false },
  });
  return toApplication(after);
}
