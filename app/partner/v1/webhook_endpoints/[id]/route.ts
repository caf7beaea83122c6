import { change, read } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import {
  checkWebhookUrl,
  deleteEndpoint,
  endpointSchema,
  readEndpoint,
  updateEndpoint,
  updateEndpointSchema,
} from '@/lib/webhooks';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  GET: read({
    operationId: 'getWebhookEndpoint',
    summary: 'Read a webhook endpoint',
    tag: 'Webhooks',
    scope: 'webhooks:read',
    params: { id: ['whend'] },
    success: { status: 200, description: 'The endpoint, without its secret.', schema: endpointSchema },
    handler: ({ ctx, params }) => readEndpoint({ ctx, input: { id: params['id'] as string } }),
  }),
  PATCH: change({
    operationId: 'updateWebhookEndpoint',
    summary: 'Change a webhook endpoint',
    description: 'What is left out stays as it is. Events already on their way go to the new URL.',
    tag: 'Webhooks',
    scope: 'webhooks:write',
    params: { id: ['whend'] },
    idempotency: 'optional',
    body: updateEndpointSchema,
    success: { status: 200, description: 'The whole endpoint.', schema: endpointSchema },
    errors: ['invalid_value', 'invalid_value_type', 'webhook_endpoint_url_invalid', 'webhook_event_unknown'],
    prepare: async ({ ctx, body }) => {
      if (body.url !== undefined) await checkWebhookUrl(ctx, body.url);
    },
    handler: ({ ctx, params, body }) =>
      updateEndpoint({ ctx, input: { ...body, id: params['id'] as string } }),
  }),
  DELETE: change({
    operationId: 'deleteWebhookEndpoint',
    summary: 'Delete a webhook endpoint',
    description: 'Nothing more is sent to it; its place in the account is free.',
    tag: 'Webhooks',
    scope: 'webhooks:write',
    params: { id: ['whend'] },
    idempotency: 'optional',
    success: { status: 204, description: 'Deleted.' },
    handler: ({ ctx, params }) => deleteEndpoint({ ctx, input: { id: params['id'] as string } }),
  }),
});
