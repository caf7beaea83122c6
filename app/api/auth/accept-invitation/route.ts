import { authAct, authRoute, Reply } from '@/lib/api/auth-route';
import { sessionCookie } from '@/lib/auth';
import { acceptInvitation } from '@/lib/partners';
import { acceptInvitationSchema } from '@/lib/partners/schemas';

export const { GET, POST, PATCH, PUT, DELETE } = authRoute({
  POST: authAct({
    body: acceptInvitationSchema,
    handler: async ({ ctx, body }) => {
      const { sessionToken, partnerId } = await acceptInvitation({ input: body, caller: ctx.caller });
      return new Reply({ partner_id: partnerId }, { cookies: [sessionCookie('partner', sessionToken)] });
    },
  }),
});
