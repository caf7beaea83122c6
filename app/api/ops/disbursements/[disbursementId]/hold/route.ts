import { opsAct, opsRoute } from '@/lib/api/ops-route';
import { holdSchema, showDisbursementForStaff, holdDisbursement } from '@/lib/disbursements';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsAct({
    permission: 'hold',
    params: { disbursementId: ['dsb'] },
    body: holdSchema,
    handler: async ({ ctx, params: { disbursementId: id }, body }) => {
      const { partner_note: partnerNote, ...rest } = body;
      await holdDisbursement({ ctx, input: { id, ...rest, partnerNote: partnerNote || undefined } });
      return showDisbursementForStaff({ id, personId: ctx.session.person.id });
    },
  }),
});
