import { read } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { disbursementSchema, readDisbursement } from '@/lib/disbursements';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  GET: read({
    operationId: 'getDisbursement',
    summary: 'Read a disbursement',
    tag: 'Disbursements',
    scope: 'disbursements:read',
    params: { id: ['dsb'] },
    success: { status: 200, description: 'The disbursement.', schema: disbursementSchema },
    handler: ({ ctx, params }) => readDisbursement({ ctx, input: { id: params['id'] as string } }),
  }),
});
