import { opsAct, opsRead, opsRoute } from '@/lib/api/ops-route';
import { proposeStaffChange, showStaff } from '@/lib/staff';
import { proposeStaffChangeSchema, toProposal } from '@/lib/staff/schemas';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  GET: opsRead({ permission: 'see', handler: () => showStaff() }),
  POST: opsAct({
    permission: 'change_roles',
    stepUp: 'recent',
    body: proposeStaffChangeSchema,
    handler: async ({ ctx, body }) => {
      await proposeStaffChange({ ctx, input: toProposal(body) });
      return showStaff();
    },
  }),
});
