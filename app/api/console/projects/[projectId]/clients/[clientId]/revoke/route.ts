import { z } from 'zod';
import { consoleChange, consoleRoute } from '@/lib/api/console-route';
import { readClients } from '@/lib/console';
import { ApiError } from '@/lib/core/errors';
import { fieldError } from '@/lib/core/field-errors';
import { revokeClient } from '@/lib/oauth';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleChange({
    role: 'developer',
    stepUp: 'recent_in_live',
    params: { projectId: ['prj'], clientId: /^cid_[\w-]{1,96}$/ },
    body: z.strictObject({ name: z.string() }),
    handler: async ({ ctx, params: { clientId }, body }) => {
      const client = (await readClients(ctx.project.id)).find(({ id }) => id === clientId);
      if (!client) throw new ApiError('resource_not_found');
      if (body.name !== client.name)
        throw fieldError('invalid_value', 'name', 'Type the client’s name exactly.');
      await revokeClient({ ctx, input: { projectId: ctx.project.id, clientId } });
    },
  }),
});
