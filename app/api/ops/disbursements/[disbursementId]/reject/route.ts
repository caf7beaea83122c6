import { opsAct, opsRoute } from '@/lib/api/ops-route';
import { rejectSchema, showDisbursementForStaff, rejectDisbursement } from '@/lib/disbursements';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsAct({
    permission: 'reject',
    params: { disbursementId: ['dsb'] },
    body: rejectSchema,
    handler: async ({ ctx, params: { disbursementId: id }, body }) => {
      const { partner_note: partnerNote, ...rest } = body;
      await rejectDisbursement({ ctx, input: { id, ...rest, partnerNote: partnerNote || undefined } });
      return showDisbursementForStaff({ id, personId: ctx.session.person.id });
    },
  }),
});
