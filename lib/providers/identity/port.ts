// The question to a KYC/AML provider, and its answers. An adapter speaks to one provider.

export const findingKinds = [
  'name',
  'address',
  'date_of_birth',
  'document',
  'sanctions',
  'pep',
  'company_registry',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** How one examination ended; `needs_review`: a person must look at it. */
export const findingResults = ['passed', 'failed', 'needs_review'] as const;
export type FindingResult = (typeof findingResults)[number];

export interface Finding {
  readonly kind: FindingKind;
  readonly result: FindingResult;
}

/** A person as he told it. Never logged. */
export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  /** `YYYY-MM-DD`. */
  readonly dateOfBirth: string;
  readonly address: {
    readonly line1: string;
    readonly city: string;
    readonly postcode: string;
    /** ISO 3166-1 alpha-2. */
    readonly country: string;
  };
  /** ISO 3166-1 alpha-2. */
  readonly nationality: string | null;
}

export interface Company {
  readonly companyNumber: string;
  readonly name: string;
}

interface Asked {
  /** Our id of the check: the provider's idempotency key, so that asking twice opens one case. */
  readonly checkId: string;
  /** Business time at which the check was opened. */
  readonly askedAt: Date;
  /** Business time now. */
  readonly now: Date;
}

export type IdentityQuestion = Asked &
  (
    | { readonly type: 'individual'; readonly person: Person }
    | { readonly type: 'business'; readonly company: Company }
  );

export type IdentityAnswer =
  /** What it found; the outcome follows from it, by our rules. */
  | { readonly kind: 'result'; readonly findings: readonly Finding[] }
  /** Still at work; ask again at `readyAt` (business time). */
  | { readonly kind: 'pending'; readonly readyAt: Date };

export interface IdentityProvider {
  /** @throws ProviderUnavailable when the provider cannot be asked. */
  verify(question: IdentityQuestion, signal: AbortSignal): Promise<IdentityAnswer>;
}
