import { consoleAct, consoleRoute } from '@/lib/api/console-route';
import { confirmTotpEnrolment } from '@/lib/auth';
import { codeSchema } from '@/lib/partners/schemas';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleAct({
    role: 'read_only',
    whileSuspended: true,
    body: codeSchema,
    handler: async ({ ctx, body }) => {
      const { recoveryCodes } = await confirmTotpEnrolment({
        session: ctx.session,
        input: body,
        requestId: ctx.requestId,
      });
      return { recovery_codes: recoveryCodes };
    },
  }),
});
