import { opsRead, opsRoute } from '@/lib/api/ops-route';
import { listPartners, partnersQuerySchema } from '@/lib/ops';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  GET: opsRead({
    permission: 'see',
    query: partnersQuerySchema,
    handler: ({ query }) => listPartners(query),
  }),
});
