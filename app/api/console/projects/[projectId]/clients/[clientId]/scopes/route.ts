import { z } from 'zod';
import { consoleChange, consoleRoute } from '@/lib/api/console-route';
import { scopes } from '@/lib/core/scopes';
import { changeScopes } from '@/lib/oauth';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  PUT: consoleChange({
    role: 'developer',
    stepUp: 'recent_in_live',
    params: { projectId: ['prj'], clientId: /^cid_[\w-]{1,96}$/ },
    body: z.strictObject({ scopes: z.array(z.enum(scopes)).min(1) }),
    handler: ({ ctx, params, body }) =>
      changeScopes({
        ctx,
        input: { projectId: ctx.project.id, clientId: params.clientId, scopes: body.scopes },
      }),
  }),
});
