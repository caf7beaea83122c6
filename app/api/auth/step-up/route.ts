import { consoleAct, consoleRoute, Reply } from '@/lib/api/console-route';
import { sessionCookie, stepUp } from '@/lib/auth';
import { stepUpSchema } from '@/lib/auth/schemas';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleAct({
    role: 'read_only',
    whileSuspended: true,
    body: stepUpSchema,
    handler: async ({ ctx, body }) => {
      const { token } = await stepUp({ session: ctx.session, input: body, requestId: ctx.requestId });
      return new Reply({ stepped_up: true }, { cookies: [sessionCookie('partner', token)] });
    },
  }),
});
