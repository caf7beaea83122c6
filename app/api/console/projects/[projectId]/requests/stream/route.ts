import { consoleRoute, consoleStream } from '@/lib/api/console-route';
import { watchRequests } from '@/lib/request-log';

/** The page was made before it listens: what came in between is sent too, and the list knows what it has already. */
const sinceMs = 30_000;

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleStream({
    role: 'read_only',
    params: { projectId: ['prj'] },
    handler: async function* ({ ctx, signal }) {
      for await (const data of watchRequests(ctx.project.id, {
        signal,
        since: new Date(Date.now() - sinceMs),
      }))
        yield { event: 'request', id: data.id, data };
    },
  }),
});
