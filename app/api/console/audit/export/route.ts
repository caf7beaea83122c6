import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { auditExportSchema } from '@/lib/audit';
import { partnerAuditCsv } from '@/lib/console';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    query: auditExportSchema,
    handler: async ({ ctx, query }) => ({
      filename: 'audit.csv',
      csv: await partnerAuditCsv({ partnerId: ctx.partnerId, filters: query }),
    }),
  }),
});
