// What endpoints, events and deliveries take and show (contract §9). The OpenAPI document is made from these.
import { z } from 'zod';
import { coded } from '@/lib/core/field-errors';
import { listParameters } from '@/lib/core/pagination';
import { metadataField } from '@/lib/core/request-fields';
import { apiVersion, isSubscription } from './event-types';
import { deliveryStatuses, disabledReasons, endpointStatuses } from './state';
import { longestUrl } from './target-guard';

const instant = z.iso.datetime();
const { limit, cursor, created_after, created_before } = listParameters;
const pageParameters = { limit, cursor, created_after, created_before };

// Endpoints

const url = z
  .string()
  .min(1, coded('webhook_endpoint_url_invalid', 'The URL is empty.'))
  .max(longestUrl, coded('webhook_endpoint_url_invalid', `A URL has at most ${longestUrl} characters.`))
  .meta({
    description: 'https, public, with a valid certificate. Resolved and checked now and at every attempt.',
    example: 'https://partner.example/webhooks',
  });

const subscription = z
  .string()
  .refine(isSubscription, coded('webhook_event_unknown', 'There is no such event type.'));
const enabledEvents = z
  .array(subscription)
  .min(1, coded('invalid_value', 'Name at least one event type.'))
  .max(100, coded('invalid_value', 'Name at most 100 event types.'))
  .meta({
    description: 'Event types, families such as `payment.*`, or `*`.',
    example: ['application.*', 'decision.completed'],
  });

const description = z
  .string()
  .max(500)
  .meta({ description: 'A label of yours.', example: 'Production receiver' });

const metadata = metadataField.meta({
  description: 'Up to 20 string pairs of yours, returned as sent.',
  example: { team: 'lending' },
});

const version = z.enum([apiVersion]).meta({ description: 'The shape of the events that are sent.' });

export const createEndpointSchema = z
  .strictObject({
    url,
    enabled_events: enabledEvents,
    description: description.nullish(),
    api_version: version.optional(),
    metadata: metadata.nullish(),
  })
  .meta({ id: 'WebhookEndpointRequest' });

export type CreateEndpointInput = z.output<typeof createEndpointSchema>;

export const updateEndpointSchema = z
  .strictObject({
    url: url.optional(),
    enabled_events: enabledEvents.optional(),
    description: description.nullish(),
    api_version: version.optional(),
    metadata: metadata.nullish(),
  })
  .meta({ id: 'WebhookEndpointUpdate', description: 'What is left out stays as it is; null clears.' });

export type UpdateEndpointInput = z.output<typeof updateEndpointSchema>;

const endpointFields = {
  id: z.string().meta({ example: 'whend_01kc2m3n4p5q6r7s8t9v0w1x2y' }),
  object: z.literal('webhook_endpoint'),
  livemode: z.boolean(),
  created: instant,
  updated: instant,
  status: z.enum(endpointStatuses),
  disabled_reason: z
    .enum(disabledReasons)
    .nullable()
    .meta({ description: '`gone`: it answered 410. `failing`: seven days without a success.' }),
  url: z.string(),
  enabled_events: z.array(z.string()),
  description: z.string().nullable(),
  api_version: z.string(),
  metadata: z.record(z.string(), z.string()).nullable(),
  previous_secret_expires_at: instant
    .nullable()
    .meta({ description: 'Until then the secret before the last rotation signs as well.' }),
};

export const endpointSchema = z.strictObject(endpointFields).meta({ id: 'WebhookEndpoint' });
export type Endpoint = z.infer<typeof endpointSchema>;

export const endpointWithSecretSchema = z
  .strictObject({
    ...endpointFields,
    secret: z.string().meta({
      description: 'The signing secret. Shown this once.',
      example: 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=',
    }),
  })
  .meta({ id: 'WebhookEndpointWithSecret' });
export type EndpointWithSecret = z.infer<typeof endpointWithSecretSchema>;

export const listEndpointsSchema = z.strictObject({
  ...pageParameters,
  status: z.enum(endpointStatuses).optional().meta({ description: 'Only endpoints in this status.' }),
});
export type ListEndpointsQuery = z.output<typeof listEndpointsSchema>;

// Events

export const eventSchema = z
  .strictObject({
    id: z.string().meta({
      description: 'The same at every delivery: keep it to recognise repeats.',
      example: 'evt_01kc2m3n4p5q6r7s8t9v0w1x2y',
    }),
    object: z.literal('event'),
    livemode: z.boolean(),
    created: instant,
    type: z.string().meta({ example: 'application.submitted' }),
    api_version: z.string().meta({ example: apiVersion }),
    data: z.strictObject({
      object: z
        .record(z.string(), z.unknown())
        .meta({ description: 'The resource as the API showed it then, without personal fields.' }),
      previous: z
        .record(z.string(), z.unknown())
        .optional()
        .meta({ description: 'On changes: earlier values of the fields that changed.' }),
    }),
  })
  .meta({ id: 'Event' });
export type Event = z.infer<typeof eventSchema>;

export const listEventsSchema = z.strictObject({
  ...pageParameters,
  type: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[a-z_.]+$/)
    .optional()
    .meta({ description: 'Only events of exactly this type.', example: 'decision.completed' }),
});
export type ListEventsQuery = z.output<typeof listEventsSchema>;

// Deliveries

const attemptSchema = z
  .strictObject({
    attempted: instant,
    duration_ms: z.int(),
    status_code: z
      .int()
      .nullable()
      .meta({ description: 'What the receiver answered; null when it did not.' }),
    failure: z
      .string()
      .nullable()
      .meta({ description: 'Why it does not count as delivered; null for a 2xx.', example: 'timeout' }),
    response_head: z.string().nullable().meta({ description: 'The beginning of the answer’s body.' }),
    next_attempt_at: instant.nullable(),
  })
  .meta({ id: 'WebhookAttempt' });

export const deliverySchema = z
  .strictObject({
    id: z.string().meta({
      description: 'Sent in `Credicorp-Delivery`.',
      example: 'whd_01kc2m3n4p5q6r7s8t9v0w1x2y',
    }),
    object: z.literal('webhook_delivery'),
    livemode: z.boolean(),
    created: instant,
    updated: instant,
    status: z.enum(deliveryStatuses),
    event_id: z.string(),
    webhook_endpoint_id: z.string(),
    url: z.string(),
    next_attempt_at: instant.nullable().meta({
      description: 'While it is pending. A disabled endpoint’s deliveries wait until it is enabled.',
    }),
    attempts: z.array(attemptSchema).meta({ description: 'Newest first, at most 50.' }),
  })
  .meta({ id: 'WebhookDelivery', description: 'One event on its way to one endpoint.' });
export type Delivery = z.infer<typeof deliverySchema>;

export const listDeliveriesSchema = z.strictObject({ limit, cursor });
export type ListDeliveriesQuery = z.output<typeof listDeliveriesSchema>;

export const replayFailedSchema = z.strictObject({
  /** Business time; at most 72 hours ago. */
  since: instant,
  /** Left out: every endpoint of the project. */
  webhook_endpoint_id: z.string().min(1).max(64).optional(),
});
export type ReplayFailedInput = z.output<typeof replayFailedSchema>;

export const checkSignatureSchema = z.strictObject({
  /** As it came, byte for byte. */
  body: z.string().max(100_000),
  /** Lines of `name: value`, or JSON. */
  headers: z.string().max(20_000),
  /** By the receiver's clock; left out: now. */
  received_at: instant.optional(),
});
export type CheckSignatureInput = z.output<typeof checkSignatureSchema>;
