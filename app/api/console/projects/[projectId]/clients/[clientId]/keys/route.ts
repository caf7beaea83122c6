import { z } from 'zod';
import { consoleChange, consoleRoute, Reply } from '@/lib/api/console-route';
import { addKey, publicJwkSchema } from '@/lib/oauth';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleChange({
    role: 'developer',
    stepUp: 'recent_in_live',
    params: { projectId: ['prj'], clientId: /^cid_[\w-]{1,96}$/ },
    body: z.strictObject({ public_jwk: publicJwkSchema }),
    handler: async ({ ctx, params, body }) => {
      const input = { projectId: ctx.project.id, clientId: params.clientId, publicJwk: body.public_jwk };
      return new Reply({ key_id: await addKey({ ctx, input }) }, { status: 201 });
    },
  }),
});
