import { read } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { decisionQuerySchema, decisionSchema, readDecision } from '@/lib/decisions';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  GET: read({
    operationId: 'getDecision',
    summary: 'Read a decision',
    description: 'By the decision’s own id or its application’s. Wait for the webhook rather than poll.',
    tag: 'Decisions',
    scope: 'decisions:read',
    params: { id: ['dec', 'app'] },
    query: decisionQuerySchema,
    success: { status: 200, description: 'The decision.', schema: decisionSchema },
    errors: ['decision_not_ready'],
    handler: ({ ctx, params, query }) =>
      readDecision({ ctx, input: { id: params['id'] as string, version: query.version } }),
  }),
});
