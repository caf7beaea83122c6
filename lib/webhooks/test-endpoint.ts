// Sends an endpoint an event made for it alone, by the way that every event goes.
import { assert } from '@/lib/core/assert';
import type { WriteContext } from '@/lib/core/context';
import { requireTransition } from '@/lib/core/transition';
import { auditEndpoint, requireEndpoint } from './endpoint-change';
import { testEventType } from './event-types';
import { recordEvent } from './record-event';
import { findEvent } from './repository/events';
import { retention } from './retention';
import type { Event } from './schemas';
import { toEndpoint, toEvent } from './serialize';
import { endpointTransitions } from './state';

/** @returns the event; its deliveries tell what became of it. @throws ApiError `resource_not_found`, `invalid_state`. */
export async function testEndpoint(call: {
  readonly ctx: WriteContext;
  readonly input: { readonly id: string };
}): Promise<Event> {
  const { ctx, input } = call;
  const endpoint = await requireEndpoint(ctx.project.id, input.id, ctx.tx);
  requireTransition(endpointTransitions, 'endpoint', endpoint.status, 'tested');
  const eventId = await recordEvent(ctx.tx, {
    project: ctx.project,
    type: testEventType,
    objectId: endpoint.id,
    object: toEndpoint(endpoint),
    createdAt: ctx.clock.now(),
    endpointId: endpoint.id,
  });
  await auditEndpoint(ctx, endpoint, 'test', { event_id: eventId });
  const event = await findEvent(ctx.project.id, eventId, retention(ctx.clock), ctx.tx);
  assert(event, 'an event that was just recorded is there');
  return toEvent(event);
}
