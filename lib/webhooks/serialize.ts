// Endpoints, events and deliveries as the API shows them.
import { fromStoredObject } from './event-object';
import type { DeliveryRow } from './repository/deliveries';
import type { EndpointRow } from './repository/endpoints';
import type { EventRow } from './repository/events';
import type { Delivery, Endpoint, Event } from './schemas';

export function toEndpoint(row: EndpointRow): Endpoint {
  return {
    id: row.id,
    object: 'webhook_endpoint',
    livemode: row.livemode,
    created: row.createdAt.toISOString(),
    updated: row.updatedAt.toISOString(),
    status: row.status,
    disabled_reason: row.disabledReason,
    url: row.url,
    enabled_events: row.enabledEvents,
    description: row.description,
    api_version: row.apiVersion,
    metadata: row.metadata,
    previous_secret_expires_at: row.previousSecretExpiresAt?.toISOString() ?? null,
  };
}

/** The envelope (contract §9): what is listed is what is delivered. */
export function toEvent(row: EventRow): Event {
  return {
    id: row.id,
    object: 'event',
    livemode: row.livemode,
    created: row.createdAt.toISOString(),
    type: row.type,
    api_version: row.apiVersion,
    data: {
      object: fromStoredObject(row.id, row.object),
      ...(row.previous && { previous: row.previous }),
    },
  };
}

/** The bytes that are sent, and signed: each time the same. */
export function eventBody(row: EventRow): string {
  return JSON.stringify(toEvent(row));
}

export function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    object: 'webhook_delivery',
    livemode: row.livemode,
    created: row.createdAt.toISOString(),
    updated: row.updatedAt.toISOString(),
    status: row.status,
    event_id: row.eventId,
    webhook_endpoint_id: row.endpointId,
    url: row.url,
    next_attempt_at: row.status === 'pending' ? row.nextAttemptAt.toISOString() : null,
    attempts: row.log.map((attempt) => ({
      attempted: new Date(attempt.attemptedAt).toISOString(),
      duration_ms: attempt.durationMs,
      status_code: attempt.statusCode,
      failure: attempt.failure,
      response_head: attempt.replyHead,
      next_attempt_at: attempt.nextAttemptAt === null ? null : new Date(attempt.nextAttemptAt).toISOString(),
    })),
  };
}
