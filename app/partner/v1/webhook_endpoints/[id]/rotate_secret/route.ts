import { change } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { endpointWithSecretSchema, rotateWebhookSecret } from '@/lib/webhooks';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  POST: change({
    operationId: 'rotateWebhookSecret',
    summary: 'Rotate the signing secret',
    description:
      'For 24 hours every message carries signatures of both secrets; a second rotation ends the older one at once.',
    tag: 'Webhooks',
    scope: 'webhooks:write',
    params: { id: ['whend'] },
    idempotency: 'optional',
    success: {
      status: 200,
      description: 'The endpoint with its new secret, shown this once.',
      schema: endpointWithSecretSchema,
    },
    handler: ({ ctx, params }) => rotateWebhookSecret({ ctx, input: { id: params['id'] as string } }),
  }),
});
