import { consoleChange, consoleRead, consoleRoute } from '@/lib/api/console-route';
import { listSessions, revokeOtherSessions } from '@/lib/auth';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    handler: async ({ ctx }) => ({ data: await listSessions({ session: ctx.session }) }),
  }),
  // Ends all but this one.
  DELETE: consoleChange({
    role: 'read_only',
    whileSuspended: true,
    handler: async ({ ctx }) => ({ revoked: await revokeOtherSessions({ ctx }) }),
  }),
});
