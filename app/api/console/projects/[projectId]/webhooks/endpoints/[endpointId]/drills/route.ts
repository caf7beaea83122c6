import { consoleAct, consoleRead, consoleRoute, Reply } from '@/lib/api/console-route';
import { listDrills, runDrill } from '@/lib/webhooks';

const params = { projectId: ['prj'], endpointId: ['whend'] } as const;

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params,
    handler: ({ ctx, params: { endpointId } }) => listDrills({ ctx, input: { id: endpointId } }),
  }),
  POST: consoleAct({
    role: 'developer',
    params,
    handler: async ({ ctx, params: { endpointId } }) =>
      new Reply(await runDrill({ ctx, input: { id: endpointId } }), { status: 201 }),
  }),
});
