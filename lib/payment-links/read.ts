// Reads one payment link.
import type { Context } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { findPaymentLink } from './repository';
import type { PaymentLink } from './schemas';
import { toPaymentLink } from './serialize';

/** @throws ApiError `resource_not_found` for an unknown or foreign id. */
export async function readPaymentLink(call: {
  readonly ctx: Context;
  readonly input: { readonly id: string };
}): Promise<PaymentLink> {
  const row = await findPaymentLink(call.ctx.project.id, call.input.id);
  if (!row) throw new ApiError('resource_not_found');
  return toPaymentLink(row);
}
