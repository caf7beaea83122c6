import { change } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { cancelPaymentLink, paymentLinkSchema } from '@/lib/payment-links';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  POST: change({
    operationId: 'cancelPaymentLink',
    summary: 'Cancel a payment link',
    description: 'While it is `open` or `failed`. A payment that is under way cannot be called back.',
    tag: 'Payment links',
    scope: 'payments:write',
    params: { id: ['plk'] },
    idempotency: 'required',
    success: { status: 200, description: 'The whole payment link.', schema: paymentLinkSchema },
    errors: ['invalid_state'],
    handler: ({ ctx, params }) => cancelPaymentLink({ ctx, input: { id: params['id'] as string } }),
  }),
});
