import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { listIdentityChecks, listIdentityChecksSchema } from '@/lib/identity-checks';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'] },
    query: listIdentityChecksSchema,
    handler: ({ ctx, query }) => listIdentityChecks({ ctx, input: query }),
  }),
});
