import { z } from 'zod';
import { consoleChange, consoleRead, consoleRoute, Reply } from '@/lib/api/console-route';
import { readProjects } from '@/lib/console';
import { scopes } from '@/lib/core/scopes';
import { createClient } from '@/lib/oauth';
import { createSandboxProject, projectNameSchema } from '@/lib/projects';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    handler: async ({ ctx }) => ({ data: await readProjects(ctx.partnerId) }),
  }),
  POST: consoleChange({
    role: 'developer',
    body: z.strictObject({ name: projectNameSchema }),
    handler: async ({ ctx, body }) => {
      const projectId = await createSandboxProject({
        ctx,
        input: { partnerId: ctx.partnerId, name: body.name },
      });
      const client = await createClient({ ctx, input: { projectId, name: 'First client', scopes } });
      return new Reply({ id: projectId, client_id: client.clientId, secret: client.secret }, { status: 201 });
    },
  }),
});
