import { opsRead, opsRoute } from '@/lib/api/ops-route';
import { serializeSession } from '@/lib/auth';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  GET: opsRead({ permission: 'see', handler: async ({ ctx }) => serializeSession(ctx.session) }),
});
