import { opsRead, opsRoute } from '@/lib/api/ops-route';
import { auditCsv, auditExportSchema } from '@/lib/audit';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  GET: opsRead({
    permission: 'see',
    query: auditExportSchema,
    handler: async ({ query }) => ({
      filename: `audit-${new Date().toISOString().slice(0, 10)}.csv`,
      csv: await auditCsv(query),
    }),
  }),
});
