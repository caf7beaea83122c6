import { opsAct, opsRoute } from '@/lib/api/ops-route';
import { approveSchema, showDisbursementForStaff, approveDisbursement } from '@/lib/disbursements';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsAct({
    permission: 'approve',
    params: { disbursementId: ['dsb'] },
    body: approveSchema,
    handler: async ({ ctx, params: { disbursementId: id }, body }) => {
      await approveDisbursement({ ctx, input: { id, ...body } });
      return showDisbursementForStaff({ id, personId: ctx.session.person.id });
    },
  }),
});
