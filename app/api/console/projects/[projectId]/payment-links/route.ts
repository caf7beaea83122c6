import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { listPaymentLinks, listPaymentLinksSchema } from '@/lib/payment-links';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'] },
    query: listPaymentLinksSchema,
    handler: ({ ctx, query }) => listPaymentLinks({ ctx, input: query }),
  }),
});
