import { z } from 'zod';
import { authAct, authRoute, Reply } from '@/lib/api/auth-route';
import { readCookie } from '@/lib/auth';
import { resendCode } from '@/lib/partners';

export const { GET, POST, PATCH, PUT, DELETE } = authRoute({
  POST: authAct({
    body: z.strictObject({}),
    handler: async ({ ctx }) => {
      await resendCode({
        input: { browserToken: readCookie('sign_up', ctx.cookieHeader) },
        caller: ctx.caller,
      });
      return new Reply({ mail_sent: true }, { status: 202 });
    },
  }),
});
