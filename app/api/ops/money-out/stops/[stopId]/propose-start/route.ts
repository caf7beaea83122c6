import { opsAct, opsRoute } from '@/lib/api/ops-route';
import { proposeStart, showStopPage } from '@/lib/disbursements';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsAct({
    permission: 'start',
    params: { stopId: ['mos'] },
    handler: async ({ ctx, params }) => {
      await proposeStart({ ctx, input: { id: params.stopId } });
      return showStopPage();
    },
  }),
});
