import { opsAct, opsRoute } from '@/lib/api/ops-route';
import { verifyTrail, verifyTrailSchema } from '@/lib/ops';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsAct({
    permission: 'see',
    body: verifyTrailSchema,
    handler: ({ ctx, body }) => verifyTrail({ ctx, input: body }),
  }),
});
