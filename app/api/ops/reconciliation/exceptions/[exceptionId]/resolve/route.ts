import { opsChange, opsRoute } from '@/lib/api/ops-route';
import { resolveSchema } from '@/lib/ops';
import { resolveException } from '@/lib/payer';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsChange({
    permission: 'reconcile',
    params: { exceptionId: ['rex'] },
    body: resolveSchema,
    handler: async ({ ctx, params, body }) => {
      await resolveException({ ctx, input: { id: params.exceptionId, ...body } });
    },
  }),
});
