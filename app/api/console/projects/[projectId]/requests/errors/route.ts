import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { errorGroupsSchema, listErrorGroups } from '@/lib/request-log';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'] },
    query: errorGroupsSchema,
    handler: async ({ ctx, query }) => ({ data: await listErrorGroups({ ctx, input: query }) }),
  }),
});
