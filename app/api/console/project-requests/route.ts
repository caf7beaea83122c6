import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { listProjectRequests } from '@/lib/go-live';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    handler: async ({ ctx }) => ({ data: await listProjectRequests({ partnerId: ctx.partnerId }) }),
  }),
});
