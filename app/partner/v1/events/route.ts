import { read } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { pageOf } from '@/lib/core/pagination';
import { eventSchema, listEvents, listEventsSchema } from '@/lib/webhooks';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  GET: read({
    operationId: 'listEvents',
    summary: 'List events',
    description: 'Those of the last 30 days, newest first.',
    tag: 'Events',
    scope: 'webhooks:read',
    query: listEventsSchema,
    success: { status: 200, description: 'One page of events.', schema: pageOf(eventSchema) },
    errors: ['cursor_invalid'],
    handler: ({ ctx, query }) => listEvents({ ctx, input: query }),
  }),
});
