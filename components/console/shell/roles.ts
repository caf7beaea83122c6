// Roles as the console names them. What a role may do is decided on the server alone.
import type { MemberRole } from '@/lib/auth';

export type Role = MemberRole;

export const roleNames: Record<Role, string> = {
  owner: 'Owner',
  admin: 'Admin',
  developer: 'Developer',
  read_only: 'Read-only',
};
