import { opsAct, opsRoute } from '@/lib/api/ops-route';
import { showStaff, confirmStaffChange } from '@/lib/staff';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsAct({
    permission: 'change_roles',
    stepUp: 'recent',
    params: { changeId: ['sch'] },
    handler: async ({ ctx, params }) => {
      await confirmStaffChange({ ctx, input: { id: params.changeId } });
      return showStaff();
    },
  }),
});
