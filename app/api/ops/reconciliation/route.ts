import { opsRead, opsRoute } from '@/lib/api/ops-route';
import { bookSchema, showReconciliation } from '@/lib/ops';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  GET: opsRead({ permission: 'see', query: bookSchema, handler: ({ query }) => showReconciliation(query) }),
});
