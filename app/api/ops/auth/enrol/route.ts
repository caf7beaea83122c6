import { authAct, authRoute, Reply } from '@/lib/api/auth-route';
import { sessionCookie } from '@/lib/auth';
import { completeEnrolment } from '@/lib/staff';
import { completeEnrolmentSchema } from '@/lib/staff/schemas';

export const { GET, POST, PATCH, PUT, DELETE } = authRoute({
  POST: authAct({
    body: completeEnrolmentSchema,
    handler: async ({ ctx, body }) => {
      const { sessionToken } = await completeEnrolment({ input: body, caller: ctx.caller });
      return new Reply({ signed_in: true }, { status: 201, cookies: [sessionCookie('staff', sessionToken)] });
    },
  }),
});
