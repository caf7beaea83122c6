import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { listApplications, listApplicationsSchema } from '@/lib/applications';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'] },
    query: listApplicationsSchema,
    handler: ({ ctx, query }) => listApplications({ ctx, input: query }),
  }),
});
