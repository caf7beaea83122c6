import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { showUsage, usageSchema } from '@/lib/usage';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'] },
    query: usageSchema,
    handler: ({ ctx, query }) => showUsage({ ctx, input: query }),
  }),
});
