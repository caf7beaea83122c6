import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { readTimeline } from '@/lib/console';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'], objectId: ['app', 'dec', 'plk', 'idc', 'dsb', 'whend'] },
    handler: async ({ ctx, params }) => ({ data: await readTimeline(ctx.project.id, params.objectId) }),
  }),
});
