import { authAct, authRoute } from '@/lib/api/auth-route';
import { askPasskeyForSignIn, passkeySignInSchema } from '@/lib/auth';

export const { GET, POST, PATCH, PUT, DELETE } = authRoute({
  POST: authAct({
    body: passkeySignInSchema,
    handler: async ({ ctx, body }) => ({
      options: await askPasskeyForSignIn({ input: body, caller: ctx.caller }),
    }),
  }),
});
