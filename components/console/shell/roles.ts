// Roles as the console names them. What a role may do is decided on the server alone.
import type { MemberRole } from '@/lib/auth';

export type Role = MemberRole;

export const roleNames: Record<Role, string> = {
  owner: 'Owner',
  admin: 'Admin',
  developer: 'Developer',
  read_only: 'Read-only',
};

export const roleHints: Record<Role, string> = {
  owner: 'Everything, owners included',
  admin: 'Members, projects, clients and webhooks',
  developer: 'Clients, webhooks, data and logs',
  read_only: 'Sees everything, changes nothing',
};
