import { z } from 'zod';
import { consoleChange, consoleRead, consoleRoute } from '@/lib/api/console-route';
import { readProject } from '@/lib/console';
import { projectNameSchema, renameProject } from '@/lib/projects';

const params = { projectId: ['prj'] } as const;

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({ role: 'read_only', params, handler: ({ ctx }) => readProject(ctx.project) }),
  PATCH: consoleChange({
    role: 'admin',
    params,
    body: z.strictObject({ name: projectNameSchema }),
    handler: ({ ctx, body }) => renameProject({ ctx, input: { projectId: ctx.project.id, name: body.name } }),
  }),
});
