import { change } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { cancelDisbursement, disbursementSchema } from '@/lib/disbursements';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  POST: change({
    operationId: 'cancelDisbursement',
    summary: 'Cancel a disbursement',
    description: 'While nobody has released it: `requested`, `approved` or `on_hold`.',
    tag: 'Disbursements',
    scope: 'disbursements:write',
    params: { id: ['dsb'] },
    idempotency: 'required',
    success: { status: 200, description: 'The whole disbursement.', schema: disbursementSchema },
    errors: ['invalid_state'],
    handler: ({ ctx, params }) => cancelDisbursement({ ctx, input: { id: params['id'] as string } }),
  }),
});
