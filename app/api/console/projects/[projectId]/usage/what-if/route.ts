import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { replayTiers } from '@/lib/usage';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'] },
    handler: ({ ctx }) => replayTiers(ctx.project),
  }),
});
