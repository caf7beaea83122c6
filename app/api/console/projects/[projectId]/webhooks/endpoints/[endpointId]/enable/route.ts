import { consoleChange, consoleRoute } from '@/lib/api/console-route';
import { enableEndpoint } from '@/lib/webhooks';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleChange({
    role: 'developer',
    params: { projectId: ['prj'], endpointId: ['whend'] },
    handler: ({ ctx, params }) => enableEndpoint({ ctx, input: { id: params.endpointId } }),
  }),
});
