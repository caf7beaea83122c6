import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { listRequests, listRequestsSchema } from '@/lib/request-log';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'] },
    query: listRequestsSchema,
    handler: ({ ctx, query }) => listRequests({ ctx, input: query }),
  }),
});
