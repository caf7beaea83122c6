import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { readDisbursement } from '@/lib/disbursements';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'], disbursementId: ['dsb'] },
    handler: ({ ctx, params }) => readDisbursement({ ctx, input: { id: params.disbursementId } }),
  }),
});
