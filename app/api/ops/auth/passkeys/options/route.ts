import { opsAct, opsRoute } from '@/lib/api/ops-route';
import { beginPasskeyRegistration } from '@/lib/auth';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsAct({
    permission: 'see',
    stepUp: 'recent',
    handler: ({ ctx }) => beginPasskeyRegistration({ session: ctx.session }),
  }),
});
