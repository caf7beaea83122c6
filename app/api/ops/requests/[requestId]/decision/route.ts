import { opsChange, opsRoute } from '@/lib/api/ops-route';
import { decideProjectRequest, decideSchema } from '@/lib/go-live';
import { requireStaffPermission } from '@/lib/staff';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsChange({
    permission: 'open_live',
    params: { requestId: ['prq'] },
    body: decideSchema,
    handler: async ({ ctx, params, body }) => {
      requireStaffPermission(ctx.session, 'change_tier');
      const live = await decideProjectRequest({ ctx, input: { id: params.requestId, ...body } });
      return { live_project_id: live };
    },
  }),
});
