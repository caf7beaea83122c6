// Reads one endpoint, without its secret.
import type { Context } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { findEndpoint } from './repository/endpoints';
import type { Endpoint } from './schemas';
import { toEndpoint } from './serialize';

/** @throws ApiError `resource_not_found` for an unknown, foreign or deleted endpoint. */
export async function readEndpoint(call: {
  readonly ctx: Context;
  readonly input: { readonly id: string };
}): Promise<Endpoint> {
  const row = await findEndpoint(call.ctx.project.id, call.input.id);
  if (!row) throw new ApiError('resource_not_found');
  return toEndpoint(row);
}
