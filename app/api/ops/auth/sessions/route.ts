import { opsChange, opsRead, opsRoute } from '@/lib/api/ops-route';
import { listSessions, revokeOtherSessions } from '@/lib/auth';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  GET: opsRead({
    permission: 'see',
    handler: async ({ ctx }) => ({ data: await listSessions({ session: ctx.session }) }),
  }),
  // Ends all but this one.
  DELETE: opsChange({
    permission: 'see',
    handler: async ({ ctx }) => ({ revoked: await revokeOtherSessions({ ctx }) }),
  }),
});
