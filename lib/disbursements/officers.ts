// Who acts on money: a person of the lender in live; in the sandbox two built-in officers, played by the partner.
import type { Actor } from '@/lib/core/actor';

export type StaffRole = 'reviewer' | 'releaser' | 'admin' | 'auditor';

/** Somebody who may act, as the rules see him. */
export interface Officer {
  readonly id: string;
  /** Null: no staff, or no longer. */
  readonly role: StaffRole | null;
}

/** A database constraint admits these only where `livemode` is false (contract §10). */
export const sandboxOfficers = {
  first: { id: 'sandbox_first_officer', role: 'releaser' },
  second: { id: 'sandbox_second_officer', role: 'releaser' },
} as const satisfies Record<string, Officer>;

export const officerActs = ['approve', 'release', 'hold', 'resume', 'reject', 'record_call_back'] as const;
/** What an officer does to a disbursement. */
export type OfficerAct = (typeof officerActs)[number];

/** Product §2, table of roles. */
export const rolesFor: Readonly<Record<OfficerAct, readonly StaffRole[]>> = {
  approve: ['reviewer', 'releaser'],
  release: ['releaser'],
  hold: ['reviewer', 'releaser', 'admin'],
  resume: ['reviewer', 'releaser', 'admin'],
  reject: ['reviewer', 'releaser', 'admin'],
  record_call_back: ['reviewer', 'releaser', 'admin'],
};

/** Who acts, and for which request: what the audit trail will say. */
export interface OfficerContext {
  readonly actor: Actor;
  readonly requestId?: string | undefined;
}
