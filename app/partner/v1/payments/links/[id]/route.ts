import { read } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { paymentLinkSchema, readPaymentLink } from '@/lib/payment-links';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  GET: read({
    operationId: 'getPaymentLink',
    summary: 'Read a payment link',
    tag: 'Payment links',
    scope: 'payments:read',
    params: { id: ['plk'] },
    success: { status: 200, description: 'The payment link.', schema: paymentLinkSchema },
    handler: ({ ctx, params }) => readPaymentLink({ ctx, input: { id: params['id'] as string } }),
  }),
});
