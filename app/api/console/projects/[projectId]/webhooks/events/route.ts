import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { listEventLog, listEventsSchema } from '@/lib/webhooks';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'] },
    query: listEventsSchema,
    handler: ({ ctx, query }) => listEventLog({ ctx, input: query }),
  }),
});
