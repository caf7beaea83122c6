import { opsRead, opsRoute } from '@/lib/api/ops-route';
import { showPartner } from '@/lib/ops';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  GET: opsRead({
    permission: 'see',
    params: { partnerId: ['acct'] },
    handler: ({ params }) => showPartner(params.partnerId),
  }),
});
