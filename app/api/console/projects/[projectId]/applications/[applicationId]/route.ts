import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { readApplication } from '@/lib/applications';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params: { projectId: ['prj'], applicationId: ['app'] },
    handler: ({ ctx, params }) => readApplication({ ctx, input: { id: params.applicationId } }),
  }),
});
