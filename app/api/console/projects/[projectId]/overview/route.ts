import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { readOverview } from '@/lib/console';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'] },
    handler: ({ ctx }) => readOverview(ctx.project),
  }),
});
