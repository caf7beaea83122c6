import { opsAct, opsRoute } from '@/lib/api/ops-route';
import { callBackSchema, showDisbursementForStaff, recordPayeeCallBack } from '@/lib/disbursements';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsAct({
    permission: 'call_back',
    params: { disbursementId: ['dsb'] },
    body: callBackSchema,
    handler: async ({ ctx, params: { disbursementId: id }, body }) => {
      await recordPayeeCallBack({
        ctx,
        input: {
          id,
          confirmed: body.confirmed,
          numberSource: body.number_source,
          spokeTo: body.spoke_to,
          note: body.note,
        },
      });
      return showDisbursementForStaff({ id, personId: ctx.session.person.id });
    },
  }),
});
