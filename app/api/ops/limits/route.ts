import { opsAct, opsRead, opsRoute } from '@/lib/api/ops-route';
import { proposeLimits, proposeLimitsSchema, showLimits } from '@/lib/disbursements';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  GET: opsRead({ permission: 'see', handler: () => showLimits() }),
  POST: opsAct({
    permission: 'change_limits',
    body: proposeLimitsSchema,
    handler: async ({ ctx, body }) => {
      await proposeLimits({
        ctx,
        input: {
          perItemPence: body.per_item_pence,
          perPersonDayPence: body.per_person_day_pence,
          perPartnerDayPence: body.per_partner_day_pence,
          reason: body.reason,
        },
      });
      return showLimits();
    },
  }),
});
