import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { usageCsv, usageSchema } from '@/lib/usage';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'] },
    query: usageSchema,
    handler: async ({ ctx, query }) => ({
      filename: `usage-${ctx.project.id}.csv`,
      csv: await usageCsv({ ctx, input: query }),
    }),
  }),
});
