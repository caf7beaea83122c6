import { change } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { acceptOffer, acceptOfferSchema, applicationSchema } from '@/lib/applications';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  POST: change({
    operationId: 'acceptOffer',
    summary: 'Accept an offer',
    description:
      'Freezes the offer and the agreement’s text. In live only for projects that may act for applicants; elsewhere the applicant accepts at `handoff_url`.',
    tag: 'Applications',
    scope: 'applications:write',
    params: { id: ['app'] },
    idempotency: 'required',
    body: acceptOfferSchema,
    success: { status: 200, description: 'The whole application.', schema: applicationSchema },
    errors: ['hosted_acceptance_required', 'invalid_state', 'offer_expired', 'parameter_missing', 'invalid_value', 'invalid_value_type', 'invalid_email'], // prettier-ignore
    handler: ({ ctx, params, body }) => acceptOffer({ ctx, input: { ...body, id: params['id'] as string } }),
  }),
});
