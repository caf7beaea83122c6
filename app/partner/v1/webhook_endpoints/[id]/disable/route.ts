import { change } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { endpointSchema, disableEndpoint } from '@/lib/webhooks';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  POST: change({
    operationId: 'disableWebhookEndpoint',
    summary: 'Disable a webhook endpoint',
    description: 'Events wait until it is enabled again, as long as they are retained.',
    tag: 'Webhooks',
    scope: 'webhooks:write',
    params: { id: ['whend'] },
    idempotency: 'optional',
    success: { status: 200, description: 'The whole endpoint.', schema: endpointSchema },
    errors: ['invalid_state'],
    handler: ({ ctx, params }) => disableEndpoint({ ctx, input: { id: params['id'] as string } }),
  }),
});
