// How the pages name roles and changes.
import type { ShownStaffChange, ShownStaffMember } from '@/lib/staff';

export type StaffRole = ShownStaffMember['role'];

export const roleNames: Readonly<Record<StaffRole, string>> = {
  reviewer: 'Reviewer',
  releaser: 'Releaser',
  admin: 'Admin',
  auditor: 'Auditor',
};

export const roleHints: Readonly<Record<StaffRole, string>> = {
  reviewer: 'Approves evidence as the first officer, verifies partners, holds and rejects.',
  releaser: 'Approves, and releases money as the second officer.',
  admin: 'Changes limits and staff with another admin. Neither approves nor releases.',
  auditor: 'Sees everything and verifies the trail. Changes nothing.',
};

/** What a change does, to follow who proposed it: "invite Ada Byron as reviewer". */
export function changeSentence({ kind, person, name, email, role }: ShownStaffChange): string {
  const as = role === null ? '' : roleNames[role].toLowerCase();
  if (kind === 'invite') return `Invite ${name} (${email}) as ${as}`;
  if (kind === 'change_role') return `Make ${person?.name} ${as}`;
  return `Remove ${person?.name} from staff`;
}
