import { change, read } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { pageOf } from '@/lib/core/pagination';
import {
  checkWebhookUrl,
  createEndpoint,
  createEndpointSchema,
  endpointSchema,
  endpointWithSecretSchema,
  listEndpoints,
  listEndpointsSchema,
} from '@/lib/webhooks';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  GET: read({
    operationId: 'listWebhookEndpoints',
    summary: 'List webhook endpoints',
    description: 'Newest first, without their secrets.',
    tag: 'Webhooks',
    scope: 'webhooks:read',
    query: listEndpointsSchema,
    success: { status: 200, description: 'One page of endpoints.', schema: pageOf(endpointSchema) },
    errors: ['cursor_invalid'],
    handler: ({ ctx, query }) => listEndpoints({ ctx, input: query }),
  }),
  POST: change({
    operationId: 'createWebhookEndpoint',
    summary: 'Register a webhook endpoint',
    description: 'At most 20 in an account. The answer shows the signing secret this once.',
    tag: 'Webhooks',
    scope: 'webhooks:write',
    idempotency: 'optional',
    body: createEndpointSchema,
    success: { status: 201, description: 'The new endpoint.', schema: endpointWithSecretSchema },
    errors: ['parameter_missing', 'invalid_value', 'invalid_value_type', 'webhook_endpoint_url_invalid', 'webhook_endpoint_limit', 'webhook_event_unknown'], // prettier-ignore
    prepare: ({ ctx, body }) => checkWebhookUrl(ctx, body.url),
    handler: ({ ctx, body }) => createEndpoint({ ctx, input: body }),
  }),
});
