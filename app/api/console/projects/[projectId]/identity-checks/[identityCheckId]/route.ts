import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { readIdentityCheck } from '@/lib/identity-checks';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'], identityCheckId: ['idc'] },
    handler: ({ ctx, params }) => readIdentityCheck({ ctx, input: { id: params.identityCheckId } }),
  }),
});
