import { opsRead, opsRoute } from '@/lib/api/ops-route';
import { bookSchema } from '@/lib/ops';
import { reconciliationCsv } from '@/lib/payer';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  GET: opsRead({
    permission: 'see',
    query: bookSchema,
    handler: async ({ query: { book } }) => ({
      filename: `reconciliation-${book}-${new Date().toISOString().slice(0, 10)}.csv`,
      csv: await reconciliationCsv(book === 'live'),
    }),
  }),
});
