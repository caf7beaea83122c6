import { change } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { applicationSchema, submitApplication } from '@/lib/applications';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  POST: change({
    operationId: 'submitApplication',
    summary: 'Submit an application',
    description:
      'White-label submission: the application goes to decision. The applicant can also submit at `handoff_url`.',
    tag: 'Applications',
    scope: 'applications:write',
    params: { id: ['app'] },
    idempotency: 'required',
    success: { status: 200, description: 'The whole application.', schema: applicationSchema },
    errors: ['invalid_state', 'parameter_missing'],
    handler: ({ ctx, params }) => submitApplication({ ctx, input: { id: params['id'] as string } }),
  }),
});
