import { opsChange, opsRoute } from '@/lib/api/ops-route';
import { reasonSchema } from '@/lib/ops';
import { resumeProject } from '@/lib/projects';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsChange({
    permission: 'suspend',
    params: { projectId: ['prj'] },
    body: reasonSchema,
    handler: ({ ctx, params, body }) => resumeProject({ ctx, input: { ...params, ...body } }),
  }),
});
