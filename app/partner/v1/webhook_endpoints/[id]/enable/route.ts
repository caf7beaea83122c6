import { change } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { endpointSchema, enableEndpoint } from '@/lib/webhooks';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  POST: change({
    operationId: 'enableWebhookEndpoint',
    summary: 'Enable a webhook endpoint',
    description: 'Delivers what is retained and was not delivered.',
    tag: 'Webhooks',
    scope: 'webhooks:write',
    params: { id: ['whend'] },
    idempotency: 'optional',
    success: { status: 200, description: 'The whole endpoint.', schema: endpointSchema },
    errors: ['invalid_state'],
    handler: ({ ctx, params }) => enableEndpoint({ ctx, input: { id: params['id'] as string } }),
  }),
});
