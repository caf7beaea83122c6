import { consoleChange, consoleRoute } from '@/lib/api/console-route';
import { disableEndpoint } from '@/lib/webhooks';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleChange({
    role: 'developer',
    params: { projectId: ['prj'], endpointId: ['whend'] },
    handler: ({ ctx, params }) => disableEndpoint({ ctx, input: { id: params.endpointId } }),
  }),
});
