import { opsAct, opsRead, opsRoute, Reply } from '@/lib/api/ops-route';
import { finishPasskeyRegistration, listPasskeys, newPasskeySchema } from '@/lib/auth';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  GET: opsRead({
    permission: 'see',
    handler: async ({ ctx }) => ({ data: await listPasskeys({ session: ctx.session }) }),
  }),
  POST: opsAct({
    permission: 'see',
    stepUp: 'recent',
    body: newPasskeySchema,
    handler: async ({ ctx, body }) => {
      const made = await finishPasskeyRegistration({
        session: ctx.session,
        input: body,
        requestId: ctx.requestId,
      });
      return new Reply(made, { status: 201 });
    },
  }),
});
