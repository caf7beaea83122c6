import { opsChange, opsRoute } from '@/lib/api/ops-route';
import { verifyPartner, verifySchema } from '@/lib/go-live';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsChange({
    permission: 'verify_partner',
    params: { partnerId: ['acct'] },
    body: verifySchema,
    handler: ({ ctx, params, body }) => verifyPartner({ ctx, input: { ...params, ...body } }),
  }),
});
