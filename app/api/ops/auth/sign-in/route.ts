import { authAct, authRoute, Reply } from '@/lib/api/auth-route';
import { sessionCookie, signIn } from '@/lib/auth';
import { staffSignInSchema } from '@/lib/auth/schemas';

export const { GET, POST, PATCH, PUT, DELETE } = authRoute({
  POST: authAct({
    body: staffSignInSchema,
    handler: async ({ ctx, body }) => {
      const { token } = await signIn({ kind: 'staff', input: body, caller: ctx.caller });
      return new Reply({ signed_in: true }, { cookies: [sessionCookie('staff', token)] });
    },
  }),
});
