import { z } from 'zod';
import { consoleAct, consoleRoute } from '@/lib/api/console-route';
import { simulateDisbursement } from '@/lib/sandbox';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleAct({
    role: 'developer',
    params: { projectId: ['prj'], disbursementId: ['dsb'] },
    body: z.strictObject({ act: z.enum(['release', 'settle', 'return']) }),
    handler: ({ ctx, params, body }) =>
      simulateDisbursement({ ctx, input: { id: params.disbursementId, act: body.act } }),
  }),
});
