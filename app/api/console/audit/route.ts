import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { auditQuerySchema } from '@/lib/audit';
import { listPartnerAudit } from '@/lib/console';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    query: auditQuerySchema,
    handler: ({ ctx, query }) => listPartnerAudit({ partnerId: ctx.partnerId, filters: query }),
  }),
});
