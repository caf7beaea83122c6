import { consoleAct, consoleRoute } from '@/lib/api/console-route';
import { checkSignature, checkSignatureSchema } from '@/lib/webhooks';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleAct({
    role: 'developer',
    params: { projectId: ['prj'], endpointId: ['whend'] },
    body: checkSignatureSchema,
    handler: ({ ctx, params, body }) => checkSignature({ ctx, input: { ...body, id: params.endpointId } }),
  }),
});
