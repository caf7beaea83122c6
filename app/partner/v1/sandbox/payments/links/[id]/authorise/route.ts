import { change } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { paymentLinkSimulationSchema, simulatePaymentLink } from '@/lib/sandbox';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  POST: change({
    operationId: 'simulatePaymentLinkAuthorise',
    summary: 'Authorise a payment',
    description:
      'The payer chooses a bank and approves. Works from `open`, `failed` and `authorising`; the bank settles by itself two seconds later.',
    tag: 'Sandbox',
    scope: 'payments:write',
    params: { id: ['plk'] },
    idempotency: 'optional',
    success: { status: 200, description: 'The link as it stands.', schema: paymentLinkSimulationSchema },
    errors: ['sandbox_only', 'invalid_state'],
    prepare: ({ ctx, params }) =>
      simulatePaymentLink({ ctx, input: { id: params['id'] as string, act: 'authorise' } }),
    handler: async ({ prepared }) => prepared,
  }),
});
