import { opsAct, opsRead, opsRoute } from '@/lib/api/ops-route';
import { showStopPage, stopMoneyOut, stopSchema } from '@/lib/disbursements';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  GET: opsRead({ permission: 'see', handler: () => showStopPage() }),
  POST: opsAct({
    permission: 'stop',
    body: stopSchema,
    handler: async ({ ctx, body: { partner_id: partnerId, reason } }) => {
      await stopMoneyOut({ ctx, input: { partnerId, reason } });
      return showStopPage();
    },
  }),
});
