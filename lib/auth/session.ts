// A signed-in browser as the pipelines and pages see it: read from its row on every request, never cached.
import type { MemberRole } from './roles';
import type { StaffRole } from './roles';

/** How long a session lives unused, and at most (product: Security; ops). */
export const sessionLimits = {
  partner: { idleSeconds: 7 * 24 * 3_600, absoluteSeconds: 30 * 24 * 3_600 },
  staff: { idleSeconds: 30 * 60, absoluteSeconds: 12 * 3_600 },
} as const;

export type SessionKind = keyof typeof sessionLimits;

/** A step-up counts this long, for acts that ask for a recent one. */
export const stepUpSeconds = 300;

interface SessionOfAnyKind {
  /** `ses_…`; not the cookie's value. */
  readonly id: string;
  readonly person: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
    /** Whether an authenticator app is enrolled. */
    readonly hasTotp: boolean;
  };
  readonly startedAt: Date;
  /** When it ends at the latest. */
  readonly expiresAt: Date;
  /** When the person last proved who he is, under the role he has now; null: not since sign-in. */
  readonly steppedUpAt: Date | null;
}

/** A person of a partner, in one of his accounts. */
export interface ConsoleSession extends SessionOfAnyKind {
  readonly kind: 'partner';
  readonly partner: { readonly id: string; readonly name: string; readonly status: 'active' | 'suspended' };
  readonly role: MemberRole;
}

/** A person of the lender. */
export interface StaffSession extends SessionOfAnyKind {
  readonly kind: 'staff';
  readonly role: StaffRole;
}

export type Session = ConsoleSession | StaffSession;
export type SessionOf<Kind extends SessionKind> = Extract<Session, { kind: Kind }>;
