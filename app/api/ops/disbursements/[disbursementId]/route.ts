import { opsRead, opsRoute } from '@/lib/api/ops-route';
import { showDisbursementForStaff } from '@/lib/disbursements';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  GET: opsRead({
    permission: 'see',
    params: { disbursementId: ['dsb'] },
    handler: ({ ctx, params }) =>
      showDisbursementForStaff({ id: params.disbursementId, personId: ctx.session.person.id }),
  }),
});
