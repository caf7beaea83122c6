import { z } from 'zod';
import { consoleChange, consoleRoute } from '@/lib/api/console-route';
import { httpsUrlField } from '@/lib/core/request-fields';
import { changeRedirectUris } from '@/lib/projects';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  PUT: consoleChange({
    role: 'admin',
    stepUp: 'recent_in_live',
    params: { projectId: ['prj'] },
    body: z.strictObject({ redirect_uris: z.array(httpsUrlField).max(20) }),
    handler: ({ ctx, body }) =>
      changeRedirectUris({ ctx, input: { projectId: ctx.project.id, redirectUris: body.redirect_uris } }),
  }),
});
