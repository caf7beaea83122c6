import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { listDeliveries, listDeliveriesSchema } from '@/lib/webhooks';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'], eventId: ['evt'] },
    query: listDeliveriesSchema,
    handler: ({ ctx, params, query }) => listDeliveries({ ctx, input: { ...query, id: params.eventId } }),
  }),
});
