import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { readPaymentLink } from '@/lib/payment-links';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'], paymentLinkId: ['plk'] },
    handler: ({ ctx, params }) => readPaymentLink({ ctx, input: { id: params.paymentLinkId } }),
  }),
});
