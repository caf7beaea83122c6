import { consoleChange, consoleRoute } from '@/lib/api/console-route';
import { rotateWebhookSecret } from '@/lib/webhooks';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleChange({
    role: 'developer',
    stepUp: 'recent_in_live',
    params: { projectId: ['prj'], endpointId: ['whend'] },
    handler: ({ ctx, params }) => rotateWebhookSecret({ ctx, input: { id: params.endpointId } }),
  }),
});
