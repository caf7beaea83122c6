// Reads one application.
import type { Context } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { findApplication } from './repository';
import type { Application } from './schemas';
import { toApplication } from './serialize';

/** @throws ApiError `resource_not_found` for an unknown or foreign id. */
export async function readApplication(call: {
  readonly ctx: Context;
  readonly input: { readonly id: string };
}): Promise<Application> {
  const row = await findApplication(call.ctx.project.id, call.input.id);
  if (!row) throw new ApiError('resource_not_found');
  return toApplication(row);
}
