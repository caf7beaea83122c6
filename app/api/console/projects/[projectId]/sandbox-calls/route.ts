import { consoleAct, consoleRoute } from '@/lib/api/console-route';
import { callSandbox, sandboxCallSchema } from '@/lib/console';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleAct({
    role: 'developer',
    params: { projectId: ['prj'] },
    body: sandboxCallSchema,
    handler: ({ ctx, body }) => callSandbox({ ctx, input: body }),
  }),
});
