import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { listDisbursements, listDisbursementsSchema } from '@/lib/disbursements';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'] },
    query: listDisbursementsSchema,
    handler: ({ ctx, query }) => listDisbursements({ ctx, input: query }),
  }),
});
