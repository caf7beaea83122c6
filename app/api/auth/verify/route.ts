import { authAct, authRoute, Reply } from '@/lib/api/auth-route';
import { expiredCookie, readCookie, sessionCookie } from '@/lib/auth';
import { completeSignUp } from '@/lib/partners';
import { verifySchema } from '@/lib/partners/schemas';

export const { GET, POST, PATCH, PUT, DELETE } = authRoute({
  POST: authAct({
    body: verifySchema,
    handler: async ({ ctx, body }) => {
      const browserToken = readCookie('sign_up', ctx.cookieHeader);
      const opened = await completeSignUp({ input: { proof: body, browserToken }, caller: ctx.caller });
      return new Reply(
        {
          partner_id: opened.partnerId,
          project_id: opened.projectId,
          client_id: opened.clientId,
          client_secret: opened.clientSecret, // once and never again
        },
        { status: 201, cookies: [sessionCookie('partner', opened.sessionToken), expiredCookie('sign_up')] },
      );
    },
  }),
});
