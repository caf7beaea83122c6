import { consoleChange, consoleRoute } from '@/lib/api/console-route';
import { removeMember } from '@/lib/partners';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleChange({
    role: 'read_only',
    handler: ({ ctx }) => removeMember({ ctx, input: { personId: ctx.session.person.id } }),
  }),
});
