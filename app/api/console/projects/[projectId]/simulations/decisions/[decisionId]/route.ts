import { consoleAct, consoleRoute } from '@/lib/api/console-route';
import { resolveDecision } from '@/lib/sandbox';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleAct({
    role: 'developer',
    params: { projectId: ['prj'], decisionId: ['dec', 'app'] },
    handler: ({ ctx, params }) => resolveDecision({ ctx, input: { id: params.decisionId } }),
  }),
});
