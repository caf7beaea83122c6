import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { readRotation } from '@/lib/console';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'], clientId: /^cid_[\w-]{1,96}$/ },
    handler: ({ ctx, params }) => readRotation(ctx.project.id, params.clientId),
  }),
});
