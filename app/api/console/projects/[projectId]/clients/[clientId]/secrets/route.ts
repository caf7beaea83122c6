import { z } from 'zod';
import { consoleChange, consoleRoute, Reply } from '@/lib/api/console-route';
import { rotateSecret } from '@/lib/oauth';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleChange({
    role: 'developer',
    stepUp: 'recent_in_live',
    params: { projectId: ['prj'], clientId: /^cid_[\w-]{1,96}$/ },
    body: z.strictObject({ grace: z.enum(['1h', '24h', '7d']).optional() }),
    handler: async ({ ctx, params, body: { grace } }) => {
      const input = { projectId: ctx.project.id, clientId: params.clientId, ...(grace && { grace }) };
      return new Reply({ secret: await rotateSecret({ ctx, input }) }, { status: 201 });
    },
  }),
});
