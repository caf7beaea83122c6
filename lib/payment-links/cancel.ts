// Cancels a payment link that nobody is paying (contract §8).
import type { WriteContext } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { lockPaymentLink } from './repository';
import type { PaymentLink } from './schemas';
import { toPaymentLink } from './serialize';
import { movePaymentLink, moverOf } from './transition';

/** @throws ApiError `resource_not_found`, `invalid_state`. */
export async function cancelPaymentLink(call: {
  readonly ctx: WriteContext;
  readonly input: { readonly id: string };
}): Promise<PaymentLink> {
  const { ctx, input } = call;
  const before = await lockPaymentLink(ctx.project.id, input.id, ctx.tx);
  if (!before) throw new ApiError('resource_not_found');
  const step = { act: 'cancelled', changes: { expiresAt: null } } as const;
  return toPaymentLink(await movePaymentLink(moverOf(ctx), before, [step]));
}
