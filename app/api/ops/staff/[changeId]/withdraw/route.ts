import { opsAct, opsRoute } from '@/lib/api/ops-route';
import { showStaff, withdrawStaffChange } from '@/lib/staff';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsAct({
    permission: 'change_roles',
    params: { changeId: ['sch'] },
    handler: async ({ ctx, params }) => {
      await withdrawStaffChange({ ctx, input: { id: params.changeId } });
      return showStaff();
    },
  }),
});
