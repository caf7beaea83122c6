import { authAct, authRoute, Reply } from '@/lib/api/auth-route';
import { signUpCookie } from '@/lib/auth';
import { signUp } from '@/lib/partners';
import { signUpSchema } from '@/lib/partners/schemas';

export const { GET, POST, PATCH, PUT, DELETE } = authRoute({
  POST: authAct({
    body: signUpSchema,
    handler: async ({ ctx, body }) => {
      const { browserToken } = await signUp({ input: body, caller: ctx.caller });
      return new Reply({ mail_sent: true }, { status: 202, cookies: [signUpCookie(browserToken)] });
    },
  }),
});
