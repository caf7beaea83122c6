import { change } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { refreshDecision, refreshDecisionSchema } from '@/lib/applications';
import { decisionSchema } from '@/lib/decisions';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  POST: change({
    operationId: 'refreshDecision',
    summary: 'Refresh a decision',
    description:
      'Has an approved or declined application decided anew. Earlier offers are void from then on.',
    tag: 'Decisions',
    scope: 'decisions:write',
    params: { id: ['dec', 'app'] },
    subLimit: 'decisions.refresh',
    idempotency: 'required',
    body: refreshDecisionSchema,
    success: {
      status: 202,
      description: 'The decision as it stands, `refresh_pending`.',
      schema: decisionSchema,
    },
    errors: ['refresh_in_progress', 'invalid_state', 'invalid_value', 'invalid_value_type', 'invalid_amount'],
    handler: ({ ctx, params, body }) =>
      refreshDecision({ ctx, input: { ...body, id: params['id'] as string } }),
  }),
});
