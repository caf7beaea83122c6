import { authAct, authRoute } from '@/lib/api/auth-route';
import { resetPassword } from '@/lib/auth';
import { resetSchema } from '@/lib/partners/schemas';

export const { GET, POST, PATCH, PUT, DELETE } = authRoute({
  POST: authAct({
    body: resetSchema,
    handler: async ({ ctx, body }) => {
      await resetPassword({ input: body, caller: ctx.caller });
      return { changed: true };
    },
  }),
});
