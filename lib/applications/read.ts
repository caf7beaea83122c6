// Reads one application.
import type { Context } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import type { Transaction } from '@/lib/db';
import { findApplication } from './repository';
import type { Application } from './schemas';
import { toApplication } from './serialize';

/** @throws ApiError `resource_not_found` for an unknown or foreign id. */
export async function readApplication(call: {
  /** With a transaction when the answer belongs to a change. */
  readonly ctx: Context & { readonly tx?: Transaction };
  readonly input: { readonly id: string };
}): Promise<Application> {
  const row = await findApplication(call.ctx.project.id, call.input.id, call.ctx.tx);
  if (!row) throw new ApiError('resource_not_found');
  return toApplication(row);
}
