import { z } from 'zod';
import { consoleAct, consoleRoute } from '@/lib/api/console-route';
import { simulateIdentityCheck } from '@/lib/sandbox';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleAct({
    role: 'developer',
    params: { projectId: ['prj'], identityCheckId: ['idc'] },
    body: z.strictObject({ act: z.enum(['pass', 'fail', 'review']) }),
    handler: ({ ctx, params, body }) =>
      simulateIdentityCheck({ ctx, input: { id: params.identityCheckId, act: body.act } }),
  }),
});
