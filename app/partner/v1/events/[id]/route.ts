import { read } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { eventSchema, readEvent } from '@/lib/webhooks';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  GET: read({
    operationId: 'getEvent',
    summary: 'Read an event',
    tag: 'Events',
    scope: 'webhooks:read',
    params: { id: ['evt'] },
    success: { status: 200, description: 'The event, as it is delivered.', schema: eventSchema },
    handler: ({ ctx, params }) => readEvent({ ctx, input: { id: params['id'] as string } }),
  }),
});
