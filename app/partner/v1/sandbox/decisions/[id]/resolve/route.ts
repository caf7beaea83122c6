import { change } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { decisionSimulationSchema, resolveDecision } from '@/lib/sandbox';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  POST: change({
    operationId: 'resolveDecision',
    summary: 'Resolve a decision',
    description: 'Has the final outcome made now: the slow bureau answers, a referral gets its second look.',
    tag: 'Sandbox',
    scope: 'decisions:write',
    params: { id: ['dec', 'app'] },
    idempotency: 'optional',
    success: { status: 200, description: 'The decision.', schema: decisionSimulationSchema },
    errors: ['sandbox_only', 'invalid_state'],
    prepare: ({ ctx, params }) => resolveDecision({ ctx, input: { id: params['id'] as string } }),
    handler: async ({ prepared }) => prepared,
  }),
});
