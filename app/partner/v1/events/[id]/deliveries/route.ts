import { read } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { pageOf } from '@/lib/core/pagination';
import { deliverySchema, listDeliveries, listDeliveriesSchema } from '@/lib/webhooks';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  GET: read({
    operationId: 'listEventDeliveries',
    summary: 'List an event’s deliveries',
    description: 'Where it was sent, and what became of each attempt.',
    tag: 'Events',
    scope: 'webhooks:read',
    params: { id: ['evt'] },
    query: listDeliveriesSchema,
    success: { status: 200, description: 'One page of deliveries.', schema: pageOf(deliverySchema) },
    errors: ['cursor_invalid'],
    handler: ({ ctx, params, query }) =>
      listDeliveries({ ctx, input: { ...query, id: params['id'] as string } }),
  }),
});
