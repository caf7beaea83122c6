import { opsChange, opsRoute } from '@/lib/api/ops-route';
import { reasonSchema } from '@/lib/ops';
import { resumePartner } from '@/lib/partners';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsChange({
    permission: 'suspend',
    params: { partnerId: ['acct'] },
    body: reasonSchema,
    handler: ({ ctx, params, body }) => resumePartner({ ctx, input: { ...params, ...body } }),
  }),
});
