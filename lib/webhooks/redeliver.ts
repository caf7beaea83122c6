// Sends an event again, under its own id (contract §9): to every enabled endpoint that subscribed to it or had it.
import { recordAudit } from '@/lib/audit';
import type { WriteContext } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { subscriptionsTo } from './event-types';
import { redeliverEvent } from './repository/deliveries';
import { findEvent } from './repository/events';
import { redeliveryMs, retention } from './retention';
import type { Event } from './schemas';
import { toEvent } from './serialize';

/** @throws ApiError `resource_not_found`; `invalid_state` for an event older than 72 hours. */
export async function redeliver(call: {
  readonly ctx: WriteContext;
  readonly input: { readonly id: string };
}): Promise<Event> {
  const { ctx, input } = call;
  const event = await findEvent(ctx.project.id, input.id, retention(ctx.clock), ctx.tx);
  if (!event) throw new ApiError('resource_not_found');
  const now = ctx.clock.now();
  if (now.getTime() - event.createdAt.getTime() > redeliveryMs) {
    throw new ApiError('invalid_state', { message: 'An event can be redelivered for 72 hours.' });
  }
  const target = {
    id: event.id,
    projectId: ctx.project.id,
    subscriptions: subscriptionsTo(event.type),
  };
  const deliveries = await redeliverEvent(target, now, ctx.tx);
  await recordAudit(ctx.tx, {
    stream: ctx.project.id,
    actor: ctx.actor,
    act: 'event.redeliver',
    objectId: event.id,
    requestId: ctx.requestId,
    detail: { deliveries },
  });
  return toEvent(event);
}
