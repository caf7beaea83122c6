import { consoleAct, consoleChange, consoleRead, consoleRoute } from '@/lib/api/console-route';
import { amendEndpoint, deleteEndpoint, readEndpoint, updateEndpointSchema } from '@/lib/webhooks';

const params = { projectId: ['prj'], endpointId: ['whend'] } as const;

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params,
    handler: ({ ctx, params: { endpointId } }) => readEndpoint({ ctx, input: { id: endpointId } }),
  }),
  PATCH: consoleAct({
    role: 'developer',
    stepUp: 'recent_in_live',
    params,
    body: updateEndpointSchema,
    handler: ({ ctx, params: { endpointId }, body }) =>
      amendEndpoint({ ctx, input: { ...body, id: endpointId } }),
  }),
  DELETE: consoleChange({
    role: 'developer',
    stepUp: 'recent_in_live',
    params,
    handler: async ({ ctx, params: { endpointId } }) => {
      await deleteEndpoint({ ctx, input: { id: endpointId } });
    },
  }),
});
