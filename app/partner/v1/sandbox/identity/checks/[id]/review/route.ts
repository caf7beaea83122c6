import { change } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { identityCheckSimulationSchema, simulateIdentityCheck } from '@/lib/sandbox';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  POST: change({
    operationId: 'simulateIdentityCheckReview',
    summary: 'Leave an identity check to a reviewer',
    description: 'Brings a `pending` check to `needs_review`.',
    tag: 'Sandbox',
    scope: 'identity:write',
    params: { id: ['idc'] },
    idempotency: 'optional',
    success: { status: 200, description: 'The check as it stands.', schema: identityCheckSimulationSchema },
    errors: ['sandbox_only', 'invalid_state'],
    prepare: ({ ctx, params }) =>
      simulateIdentityCheck({ ctx, input: { id: params['id'] as string, act: 'review' } }),
    handler: async ({ prepared }) => prepared,
  }),
});
