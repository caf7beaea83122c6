import { z } from 'zod';
import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { searchById } from '@/lib/console';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    query: z.strictObject({ id: z.string().trim().min(1).max(128) }),
    handler: async ({ ctx, query }) => ({ result: await searchById(ctx.partnerId, query.id) }),
  }),
});
