import { opsChange, opsRoute } from '@/lib/api/ops-route';
import { revokeSession } from '@/lib/auth';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  DELETE: opsChange({
    permission: 'see',
    params: { sessionId: ['ses'] },
    handler: ({ ctx, params }) => revokeSession({ ctx, input: { id: params.sessionId } }),
  }),
});
