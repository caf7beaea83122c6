import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { readExplainedRequest } from '@/lib/console';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'], requestId: ['req'] },
    handler: ({ ctx, params }) => readExplainedRequest({ ctx, input: { id: params.requestId } }),
  }),
});
