// Concludes a check by what somebody found: a reviewer, or the partner who plays the provider in the sandbox.
import type { WriteContext } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import type { Finding } from '@/lib/providers';
import { lockCheck } from './repository';
import type { IdentityCheck } from './schemas';
import { toIdentityCheck } from './serialize';
import { settleCheck } from './transition';

/**
 * The outcome follows from the findings as it does from a provider's.
 *
 * @throws ApiError `resource_not_found`, `invalid_state`.
 */
export async function concludeIdentityCheck(call: {
  readonly ctx: WriteContext;
  readonly input: { readonly id: string; readonly findings: readonly Finding[] };
}): Promise<IdentityCheck> {
  const { ctx, input } = call;
  const before = await lockCheck(ctx.project.id, input.id, ctx.tx);
  if (!before) throw new ApiError('resource_not_found');
  const { tx, actor, requestId, clock } = ctx;
  return toIdentityCheck(
    await settleCheck({ tx, actor, requestId, now: clock.now() }, before, input.findings),
  );
}
