import { consoleRoute, consoleStream } from '@/lib/api/console-route';
import { findProject } from '@/lib/projects';
import { watchMeters } from '@/lib/usage';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleStream({
    role: 'read_only',
    params: { projectId: ['prj'] },
    handler: async function* ({ ctx, signal }) {
      for await (const data of watchMeters(() => findProject(ctx.project.id), signal))
        yield { event: 'meters', data };
    },
  }),
});
