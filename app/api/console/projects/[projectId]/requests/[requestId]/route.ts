import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { readRequest } from '@/lib/request-log';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'], requestId: ['req'] },
    handler: ({ ctx, params }) => readRequest({ ctx, input: { id: params.requestId } }),
  }),
});
