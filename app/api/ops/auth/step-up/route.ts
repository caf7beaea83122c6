import { opsAct, opsRoute, Reply } from '@/lib/api/ops-route';
import { sessionCookie, stepUp } from '@/lib/auth';
import { stepUpSchema } from '@/lib/auth/schemas';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsAct({
    permission: 'see',
    body: stepUpSchema,
    handler: async ({ ctx, body }) => {
      const { token } = await stepUp({ session: ctx.session, input: body, requestId: ctx.requestId });
      return new Reply({ stepped_up: true }, { cookies: [sessionCookie('staff', token)] });
    },
  }),
});
