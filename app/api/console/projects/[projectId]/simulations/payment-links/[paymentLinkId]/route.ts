import { z } from 'zod';
import { consoleAct, consoleRoute } from '@/lib/api/console-route';
import { simulatePaymentLink } from '@/lib/sandbox';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleAct({
    role: 'developer',
    params: { projectId: ['prj'], paymentLinkId: ['plk'] },
    body: z.strictObject({ act: z.enum(['authorise', 'settle', 'fail']) }),
    handler: ({ ctx, params, body }) =>
      simulatePaymentLink({ ctx, input: { id: params.paymentLinkId, act: body.act } }),
  }),
});
