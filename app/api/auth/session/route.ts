import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { serializeSession } from '@/lib/auth';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({ role: 'read_only', handler: async ({ ctx }) => serializeSession(ctx.session) }),
});
