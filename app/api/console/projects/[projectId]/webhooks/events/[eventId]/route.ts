import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { readEvent } from '@/lib/webhooks';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'], eventId: ['evt'] },
    handler: ({ ctx, params }) => readEvent({ ctx, input: { id: params.eventId } }),
  }),
});
