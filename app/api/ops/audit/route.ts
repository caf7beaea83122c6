import { opsRead, opsRoute } from '@/lib/api/ops-route';
import { auditQuerySchema, listAudit } from '@/lib/audit';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  GET: opsRead({ permission: 'see', query: auditQuerySchema, handler: ({ query }) => listAudit(query) }),
});
