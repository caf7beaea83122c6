import { consoleChange, consoleRoute } from '@/lib/api/console-route';
import { replayFailed, replayFailedSchema } from '@/lib/webhooks';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleChange({
    role: 'developer',
    params: { projectId: ['prj'] },
    body: replayFailedSchema,
    handler: ({ ctx, body }) => replayFailed({ ctx, input: body }),
  }),
});
