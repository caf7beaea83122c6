import { change, read } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { pageOf } from '@/lib/core/pagination';
import {
  createPaymentLink,
  createPaymentLinkSchema,
  listPaymentLinks,
  listPaymentLinksSchema,
  paymentLinkSchema,
} from '@/lib/payment-links';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  GET: read({
    operationId: 'listPaymentLinks',
    summary: 'List payment links',
    description: 'Newest first. Pass `next_cursor` on unchanged, with the same filters.',
    tag: 'Payment links',
    scope: 'payments:read',
    query: listPaymentLinksSchema,
    success: { status: 200, description: 'One page of payment links.', schema: pageOf(paymentLinkSchema) },
    errors: ['cursor_invalid'],
    handler: ({ ctx, query }) => listPaymentLinks({ ctx, input: query }),
  }),
  POST: change({
    operationId: 'createPaymentLink',
    summary: 'Create a payment link',
    description:
      'Asks one payer for one amount. Send him to `url`; he pays from his bank account. It never releases lender money.',
    tag: 'Payment links',
    scope: 'payments:write',
    subLimit: 'payment_links.create',
    idempotency: 'required',
    body: createPaymentLinkSchema,
    success: { status: 201, description: 'The new payment link.', schema: paymentLinkSchema },
    errors: ['parameter_missing', 'invalid_value', 'invalid_value_type', 'invalid_amount', 'invalid_email', 'resource_not_found'], // prettier-ignore
    handler: ({ ctx, body }) => createPaymentLink({ ctx, input: body }),
  }),
});
