import { consoleChange, consoleRoute } from '@/lib/api/console-route';
import { advanceClock, advanceClockSchema } from '@/lib/sandbox';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleChange({
    role: 'developer',
    params: { projectId: ['prj'] },
    body: advanceClockSchema,
    handler: ({ ctx, body }) => advanceClock({ ctx, input: body }),
  }),
});
