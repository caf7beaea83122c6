import { consoleChange, consoleRoute } from '@/lib/api/console-route';
import { revokeSession } from '@/lib/auth';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  DELETE: consoleChange({
    role: 'read_only',
    whileSuspended: true,
    params: { sessionId: ['ses'] },
    handler: ({ ctx, params }) => revokeSession({ ctx, input: { id: params.sessionId } }),
  }),
});
