// The try that paid a link: what a bank knows it by.
import type { Context } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { findPaymentLink } from './repository';

/** @returns null while nothing has paid it. @throws ApiError `resource_not_found`. */
export async function payingAttemptId(call: {
  readonly ctx: Pick<Context, 'project'>;
  readonly input: { readonly id: string };
}): Promise<string | null> {
  const row = await findPaymentLink(call.ctx.project.id, call.input.id);
  if (!row) throw new ApiError('resource_not_found');
  return row.paidAttemptId;
}
