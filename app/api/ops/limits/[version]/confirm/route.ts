import { opsAct, opsRoute } from '@/lib/api/ops-route';
import { confirmLimits, showLimits } from '@/lib/disbursements';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsAct({
    permission: 'change_limits',
    params: { version: /[0-9]{1,9}/ },
    handler: async ({ ctx, params }) => {
      await confirmLimits({ ctx, input: { version: Number(params.version) } });
      return showLimits();
    },
  }),
});
