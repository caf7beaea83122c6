import { change } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { paymentLinkSimulationSchema, simulatePaymentLink } from '@/lib/sandbox';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  POST: change({
    operationId: 'simulatePaymentLinkSettle',
    summary: 'Settle a payment',
    description: 'Walks all steps to `settled`: works on an `open` link too.',
    tag: 'Sandbox',
    scope: 'payments:write',
    params: { id: ['plk'] },
    idempotency: 'optional',
    success: { status: 200, description: 'The link as it stands.', schema: paymentLinkSimulationSchema },
    errors: ['sandbox_only', 'invalid_state'],
    prepare: ({ ctx, params }) =>
      simulatePaymentLink({ ctx, input: { id: params['id'] as string, act: 'settle' } }),
    handler: async ({ prepared }) => prepared,
  }),
});
