// The life of an identity check (contract §8), as data, and the rule by which findings become an outcome.
import type { TransitionTable } from '@/lib/core/transition';
import type { Finding, FindingKind, FindingResult } from '@/lib/providers';

export const identityCheckTypes = ['individual', 'business'] as const;
export type IdentityCheckType = (typeof identityCheckTypes)[number];

export const identityCheckStatuses = ['pending', 'needs_review', 'passed', 'failed'] as const;
export type IdentityCheckStatus = (typeof identityCheckStatuses)[number];

/** Acts by their participle: "it cannot be … now". */
export type IdentityCheckAct = 'passed' | 'failed' | 'referred';

export const identityCheckTransitions: TransitionTable<IdentityCheckStatus, IdentityCheckAct> = {
  passed: { from: ['pending', 'needs_review'], to: 'passed' },
  failed: { from: ['pending', 'needs_review'], to: 'failed' },
  referred: { from: ['pending'], to: 'needs_review' },
};

/** Without these nobody passes. A document is evidence where the provider asks for one. */
const required: Readonly<Record<IdentityCheckType, readonly FindingKind[]>> = {
  individual: ['name', 'address', 'date_of_birth', 'sanctions', 'pep'],
  business: ['company_registry', 'sanctions'],
};

/** One failure fails; whatever is open, or was not examined though required, a person must look at. */
export function outcomeOf(type: IdentityCheckType, findings: readonly Finding[]): FindingResult {
  if (findings.some(({ result }) => result === 'failed')) return 'failed';
  const allPassed = findings.every(({ result }) => result === 'passed');
  const complete = required[type].every((kind) => findings.some((finding) => finding.kind === kind));
  return allPassed && complete ? 'passed' : 'needs_review';
}
