import { change } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { eventSchema, redeliver } from '@/lib/webhooks';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  POST: change({
    operationId: 'redeliverEvent',
    summary: 'Redeliver an event',
    description:
      'Within 72 hours, under the same event id, to every enabled endpoint that subscribes to it or has had it.',
    tag: 'Events',
    scope: 'webhooks:write',
    params: { id: ['evt'] },
    idempotency: 'optional',
    success: { status: 202, description: 'The event, on its way again.', schema: eventSchema },
    errors: ['invalid_state'],
    handler: ({ ctx, params }) => redeliver({ ctx, input: { id: params['id'] as string } }),
  }),
});
