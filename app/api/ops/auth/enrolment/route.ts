import { authAct, authRoute } from '@/lib/api/auth-route';
import { readEnrolment } from '@/lib/staff';
import { readEnrolmentSchema } from '@/lib/staff/schemas';

export const { GET, POST, PATCH, PUT, DELETE } = authRoute({
  POST: authAct({
    body: readEnrolmentSchema,
    handler: async ({ ctx, body }) => {
      return readEnrolment({ token: body.token, caller: ctx.caller });
    },
  }),
});
