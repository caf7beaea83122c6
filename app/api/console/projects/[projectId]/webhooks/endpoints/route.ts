import { consoleAct, consoleRead, consoleRoute, Reply } from '@/lib/api/console-route';
import { createEndpointSchema, listEndpoints, listEndpointsSchema, registerEndpoint } from '@/lib/webhooks';

const params = { projectId: ['prj'] } as const;

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params,
    query: listEndpointsSchema,
    handler: ({ ctx, query }) => listEndpoints({ ctx, input: query }),
  }),
  // The name servers are asked before the transaction opens.
  POST: consoleAct({
    role: 'developer',
    stepUp: 'recent_in_live',
    params,
    body: createEndpointSchema,
    handler: async ({ ctx, body }) =>
      new Reply(await registerEndpoint({ ctx, input: body }), { status: 201 }),
  }),
});
