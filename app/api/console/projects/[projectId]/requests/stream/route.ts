import { consoleRoute, consoleStream } from '@/lib/api/console-route';
import { watchRequests } from '@/lib/request-log';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleStream({
    role: 'read_only',
    params: { projectId: ['prj'] },
    handler: async function* ({ ctx, signal }) {
      for await (const data of watchRequests(ctx.project.id, { signal }))
        yield { event: 'request', id: data.id, data };
    },
  }),
});
