import { opsAct, opsRoute } from '@/lib/api/ops-route';
import { resumeSchema, showDisbursementForStaff, resumeDisbursement } from '@/lib/disbursements';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsAct({
    permission: 'resume',
    params: { disbursementId: ['dsb'] },
    body: resumeSchema,
    handler: async ({ ctx, params: { disbursementId: id }, body }) => {
      await resumeDisbursement({ ctx, input: { id, ...body } });
      return showDisbursementForStaff({ id, personId: ctx.session.person.id });
    },
  }),
});
