import { consoleAct, consoleRoute } from '@/lib/api/console-route';
import { changePassword } from '@/lib/auth';
import { changePasswordSchema } from '@/lib/auth/schemas';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleAct({
    role: 'read_only',
    whileSuspended: true,
    body: changePasswordSchema,
    handler: async ({ ctx, body }) => {
      const { endedSessions } = await changePassword({
        session: ctx.session,
        input: { currentPassword: body.current_password, password: body.password },
        requestId: ctx.requestId,
      });
      return { changed: true, ended_sessions: endedSessions };
    },
  }),
});
