// Scopes in plain sentences, two for each resource (contract §2), and the sets that most clients need.
import type { Scope } from '@/lib/core/scopes';

interface ScopeRow {
  readonly resource: string;
  readonly read: { readonly scope: Scope; readonly sentence: string };
  readonly write: { readonly scope: Scope; readonly sentence: string };
}

export const scopeRows: readonly ScopeRow[] = [
  {
    resource: 'Applications',
    read: { scope: 'applications:read', sentence: 'See applications and how far they are.' },
    write: { scope: 'applications:write', sentence: 'Open, submit, accept and withdraw applications.' },
  },
  {
    resource: 'Decisions',
    read: { scope: 'decisions:read', sentence: 'See decisions, their reasons and their offers.' },
    write: { scope: 'decisions:write', sentence: 'Ask for a decision anew.' },
  },
  {
    resource: 'Payments',
    read: { scope: 'payments:read', sentence: 'See payment links and what became of them.' },
    write: { scope: 'payments:write', sentence: 'Create and cancel payment links.' },
  },
  {
    resource: 'Identity',
    read: { scope: 'identity:read', sentence: 'See identity checks and their results.' },
    write: { scope: 'identity:write', sentence: 'Start identity checks.' },
  },
  {
    resource: 'Disbursements',
    read: { scope: 'disbursements:read', sentence: 'See which money was asked for, and where it is.' },
    write: {
      scope: 'disbursements:write',
      sentence: 'Ask for the money of an accepted offer. Two of our officers release it.',
    },
  },
  {
    resource: 'Webhooks',
    read: { scope: 'webhooks:read', sentence: 'See endpoints, events and deliveries.' },
    write: { scope: 'webhooks:write', sentence: 'Change endpoints and deliver events again.' },
  },
];

export const allScopes: readonly Scope[] = scopeRows.flatMap(({ read, write }) => [read.scope, write.scope]);
const readScopes: readonly Scope[] = scopeRows.map(({ read }) => read.scope);

export const scopePresets: readonly { readonly label: string; readonly scopes: readonly Scope[] }[] = [
  { label: 'Everything', scopes: allScopes },
  { label: 'Read only', scopes: readScopes },
  {
    label: 'Lending',
    scopes: [
      'applications:read',
      'applications:write',
      'decisions:read',
      'decisions:write',
      'identity:read',
      'identity:write',
      'disbursements:read',
      'disbursements:write',
    ],
  },
  { label: 'Payments', scopes: ['payments:read', 'payments:write'] },
];

/** "All scopes", "All read scopes", "4 scopes". */
export function scopesInWords(scopes: readonly string[]): string {
  const has = (wanted: readonly Scope[]) => wanted.every((scope) => scopes.includes(scope));
  if (has(allScopes)) return 'All scopes';
  if (scopes.length === readScopes.length && has(readScopes)) return 'All read scopes';
  return scopes.length === 1 ? '1 scope' : `${scopes.length} scopes`;
}
