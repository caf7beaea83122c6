import { change } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { eventSchema, testEndpoint } from '@/lib/webhooks';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  POST: change({
    operationId: 'testWebhookEndpoint',
    summary: 'Send a test event',
    description:
      'Sends an event of type \`webhook_endpoint.test\` to this endpoint alone, signed and retried like every other.',
    tag: 'Webhooks',
    scope: 'webhooks:write',
    params: { id: ['whend'] },
    idempotency: 'optional',
    success: {
      status: 202,
      description: 'The event; its deliveries tell what became of it.',
      schema: eventSchema,
    },
    errors: ['invalid_state'],
    handler: ({ ctx, params }) => testEndpoint({ ctx, input: { id: params['id'] as string } }),
  }),
});
