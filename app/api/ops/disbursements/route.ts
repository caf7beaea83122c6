import { opsRead, opsRoute } from '@/lib/api/ops-route';
import { queueQuerySchema, showMoneyOutQueue } from '@/lib/disbursements';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  GET: opsRead({
    permission: 'see',
    query: queueQuerySchema,
    handler: ({ ctx, query }) => showMoneyOutQueue({ ...query, personId: ctx.session.person.id }),
  }),
});
