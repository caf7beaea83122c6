// Whether he may: the member's role for the console, the permission table for staff.
import { ApiError } from '@/lib/core/errors';
import { roleAtLeast } from '@/lib/auth';
import { requireStaffPermission } from '@/lib/staff';
import type { SessionStep } from '../session-exchange';

const titles = { read_only: 'read-only', developer: 'developer', admin: 'admin', owner: 'owner' } as const;

export const requireRole: SessionStep = ({ operation, session }) => {
  const { audience } = operation;
  if (audience.kind === 'staff' && session?.kind === 'staff') {
    requireStaffPermission(session, audience.permission);
  }
  if (audience.kind === 'partner' && session?.kind === 'partner') {
    if (!roleAtLeast(session.role, audience.role)) {
      throw new ApiError('role_insufficient', {
        message: `Your role (${titles[session.role]}) does not allow this. It takes ${titles[audience.role]} or more.`,
      });
    }
    if (operation.kind === 'change' && session.partner.status === 'suspended' && !audience.whileSuspended) {
      throw new ApiError('account_suspended');
    }
  }
};
