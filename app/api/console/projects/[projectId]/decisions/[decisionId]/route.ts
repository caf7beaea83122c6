import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { readDecision } from '@/lib/decisions';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'], decisionId: ['dec', 'app'] },
    handler: ({ ctx, params }) => readDecision({ ctx, input: { id: params.decisionId } }),
  }),
});
