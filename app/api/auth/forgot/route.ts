import { authAct, authRoute, Reply } from '@/lib/api/auth-route';
import { askForReset } from '@/lib/auth';
import { emailOnlySchema } from '@/lib/partners/schemas';

export const { GET, POST, PATCH, PUT, DELETE } = authRoute({
  POST: authAct({
    body: emailOnlySchema,
    handler: async ({ ctx, body }) => {
      await askForReset({ input: body, caller: ctx.caller });
      return new Reply({ mail_sent: true }, { status: 202 });
    },
  }),
});
