// Reads one identity check.
import type { Context } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { findCheck } from './repository';
import type { IdentityCheck } from './schemas';
import { toIdentityCheck } from './serialize';

/** @throws ApiError `resource_not_found` for an unknown or foreign id. */
export async function readIdentityCheck(call: {
  readonly ctx: Context;
  readonly input: { readonly id: string };
}): Promise<IdentityCheck> {
  const row = await findCheck(call.ctx.project.id, call.input.id);
  if (!row) throw new ApiError('resource_not_found');
  return toIdentityCheck(row);
}
