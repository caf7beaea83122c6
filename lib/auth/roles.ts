// Roles of a partner's people, from least to most (product: Team), and of staff (product §2).

export const memberRoles = ['read_only', 'developer', 'admin', 'owner'] as const;
export type MemberRole = (typeof memberRoles)[number];

export const staffRoles = ['auditor', 'reviewer', 'releaser', 'admin'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Whether `role` may do what asks for `least`. */
export function roleAtLeast(role: MemberRole, least: MemberRole): boolean {
  return memberRoles.indexOf(role) >= memberRoles.indexOf(least);
}
