import { change } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { disbursementSimulationSchema, simulateDisbursement } from '@/lib/sandbox';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  POST: change({
    operationId: 'simulateDisbursementRelease',
    summary: 'Release a disbursement',
    description:
      'Two built-in officers approve and release it, and the bank is told: `sent`, or what its payee forces.',
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
      simulateDisbursement({ ctx, input: { id: params['id'] as string, act: 'release' } }),
    handler: async ({ prepared }) => prepared,
  }),
});
