import { consoleChange, consoleRoute, Reply } from '@/lib/api/console-route';
import { askForTier, tierRequestSchema } from '@/lib/go-live';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleChange({
    role: 'admin',
    params: { projectId: ['prj'] },
    body: tierRequestSchema,
    handler: async ({ ctx, body }) =>
      new Reply({ id: await askForTier({ ctx, input: body }) }, { status: 201 }),
  }),
});
