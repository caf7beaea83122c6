import { consoleChange, consoleRoute } from '@/lib/api/console-route';
import { testEndpoint } from '@/lib/webhooks';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleChange({
    role: 'developer',
    params: { projectId: ['prj'], endpointId: ['whend'] },
    handler: ({ ctx, params }) => testEndpoint({ ctx, input: { id: params.endpointId } }),
  }),
});
