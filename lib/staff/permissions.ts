// What each staff role may do (product §2), as data. How many people an act takes is the act's own rule; here
// stands who may be one of them.
import { ApiError } from '@/lib/core/errors';
import type { StaffRole, StaffSession } from '@/lib/auth';

export const staffPermissions = {
  /** See everything, verify the chain. */
  see: ['reviewer', 'releaser', 'admin', 'auditor'],
  hold: ['reviewer', 'releaser', 'admin'],
  resume: ['reviewer', 'releaser', 'admin'],
  reject: ['reviewer', 'releaser', 'admin'],
  /** Record evidence of a call back to the payee. */
  call_back: ['reviewer', 'releaser', 'admin'],
  stop: ['reviewer', 'releaser', 'admin'],
  /** End a task of reconciliation with a finding. */
  reconcile: ['reviewer', 'releaser', 'admin'],
  /** First officer. */
  approve: ['reviewer', 'releaser'],
  /** Second officer. */
  release: ['releaser'],
  /** One of two. */
  start: ['releaser', 'admin'],
  /** One of two. */
  change_limits: ['admin'],
  /** One of two. */
  change_roles: ['admin'],
  verify_partner: ['reviewer', 'admin'],
  open_live: ['reviewer', 'admin'],
  change_tier: ['reviewer', 'admin'],
  suspend: ['reviewer', 'admin'],
} as const satisfies Record<string, readonly StaffRole[]>;

export type StaffPermission = keyof typeof staffPermissions;

/** Whether the role may do it. */
export function staffMay(role: StaffRole, permission: StaffPermission): boolean {
  return (staffPermissions[permission] as readonly StaffRole[]).includes(role);
}

/** @throws ApiError `role_insufficient`, naming who can. */
export function requireStaffPermission(session: StaffSession, permission: StaffPermission): void {
  if (staffMay(session.role, permission)) return;
  const able = staffPermissions[permission].join(' or ');
  throw new ApiError('role_insufficient', { message: `Your role (${session.role}) does not allow this. A ${able} can do it.` }); // prettier-ignore
}
