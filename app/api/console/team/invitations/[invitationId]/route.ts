import { consoleChange, consoleRoute } from '@/lib/api/console-route';
import { revokeInvitation } from '@/lib/partners';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  DELETE: consoleChange({
    role: 'admin',
    params: { invitationId: ['inv'] },
    handler: ({ ctx, params }) => revokeInvitation({ ctx, input: { id: params.invitationId } }),
  }),
});
