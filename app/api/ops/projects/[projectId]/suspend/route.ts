import { opsChange, opsRoute } from '@/lib/api/ops-route';
import { reasonSchema } from '@/lib/ops';
import { suspendProject } from '@/lib/projects';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsChange({
    permission: 'suspend',
    params: { projectId: ['prj'] },
    body: reasonSchema,
    handler: ({ ctx, params, body }) => suspendProject({ ctx, input: { ...params, ...body } }),
  }),
});
