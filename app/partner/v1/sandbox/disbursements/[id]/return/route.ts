import { change } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { disbursementSimulationSchema, simulateDisbursement } from '@/lib/sandbox';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  POST: change({
    operationId: 'simulateDisbursementReturn',
    summary: 'Return a disbursement',
    description: 'Walks all steps to `returned`: the bank sends the money back, before or after it arrived.',
    tag: 'Sandbox',
    scope: 'disbursements:write',
    params: { id: ['dsb'] },
    idempotency: 'optional',
    success: {
      status: 200,
      description: 'The disbursement as it stands.',
      schema: disbursementSimulationSchema,
    },
    errors: ['sandbox_only', 'invalid_state', 'payee_not_verified'],
    prepare: ({ ctx, params }) =>
      simulateDisbursement({ ctx, input: { id: params['id'] as string, act: 'return' } }),
    handler: async ({ prepared }) => prepared,
  }),
});
