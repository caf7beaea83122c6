import { consoleChange, consoleRoute } from '@/lib/api/console-route';
import { redeliver } from '@/lib/webhooks';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleChange({
    role: 'developer',
    params: { projectId: ['prj'], eventId: ['evt'] },
    handler: ({ ctx, params }) => redeliver({ ctx, input: { id: params.eventId } }),
  }),
});
