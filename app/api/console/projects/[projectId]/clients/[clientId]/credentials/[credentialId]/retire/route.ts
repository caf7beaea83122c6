import { consoleChange, consoleRoute } from '@/lib/api/console-route';
import { retireCredential } from '@/lib/oauth';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleChange({
    role: 'developer',
    stepUp: 'recent_in_live',
    params: { projectId: ['prj'], clientId: /^cid_[\w-]{1,96}$/, credentialId: ['sec', 'key'] },
    handler: ({ ctx, params: { clientId, credentialId } }) =>
      retireCredential({ ctx, input: { projectId: ctx.project.id, clientId, credentialId } }),
  }),
});
