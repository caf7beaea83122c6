// OAuth scopes of the partner ring (contract §2). `disbursements:write` only asks for money; no scope releases it.

export const scopes = [
  'applications:read',
  'applications:write',
  'decisions:read',
  'decisions:write',
  'payments:read',
  'payments:write',
  'identity:read',
  'identity:write',
  'disbursements:read',
  'disbursements:write',
  'webhooks:read',
  'webhooks:write',
] as const;

export type Scope = (typeof scopes)[number];

export function isScope(value: string): value is Scope {
  return (scopes as readonly string[]).includes(value);
}
