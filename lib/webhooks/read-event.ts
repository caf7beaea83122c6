// Reads one event of the last 30 days.
import type { Context } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { findEvent } from './repository/events';
import { retention } from './retention';
import type { Event } from './schemas';
import { toEvent } from './serialize';

/** @throws ApiError `resource_not_found` for an unknown, foreign or outdated event. */
export async function readEvent(call: {
  readonly ctx: Context;
  readonly input: { readonly id: string };
}): Promise<Event> {
  const row = await findEvent(call.ctx.project.id, call.input.id, retention(call.ctx.clock));
  if (!row) throw new ApiError('resource_not_found');
  return toEvent(row);
}
