// Every state × every act, against the contract's §8 written out by hand; every set of findings to its outcome.
import { describe, expect, it } from 'vitest';
import { ApiError } from '@/lib/core/errors';
import { requireTransition } from '@/lib/core/transition';
import { findingResults, simulatedFindings, type Finding, type FindingResult } from '@/lib/providers';
import {
  identityCheckStatuses,
  identityCheckTransitions,
  identityCheckTypes,
  outcomeOf,
  type IdentityCheckAct,
  type IdentityCheckStatus,
} from './state';

const allowed: Record<IdentityCheckAct, Partial<Record<IdentityCheckStatus, IdentityCheckStatus>>> = {
  passed: { pending: 'passed', needs_review: 'passed' },
  failed: { pending: 'failed', needs_review: 'failed' },
  referred: { pending: 'needs_review' },
};
const acts = Object.keys(identityCheckTransitions) as IdentityCheckAct[];

describe.each(acts)('%s', (act) => {
  it.each(identityCheckStatuses)('from %s', (status) => {
    const to = allowed[act][status];
    const move = () => requireTransition(identityCheckTransitions, 'identity check', status, act);
    if (to) return expect(move()).toBe(to);
    let refusal: unknown;
    try {
      move();
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(ApiError);
    expect(refusal).toMatchObject({ code: 'invalid_state', status: 409 });
  });
});

it('knows no act beside the contract’s', () => {
  expect(acts.toSorted()).toEqual(Object.keys(allowed).toSorted());
});

describe.each(identityCheckTypes)('the outcome for %s', (type) => {
  const all = simulatedFindings(type, 'passed');
  const withOne = (at: number, result: FindingResult): Finding[] =>
    all.map((finding, index) => (index === at ? { ...finding, result } : finding));

  it('is a pass when everything passed', () => expect(outcomeOf(type, all)).toBe('passed'));

  it.each(all.map((finding, at) => [finding.kind, at] as const))('follows from %s', (_, at) => {
    for (const result of findingResults) expect(outcomeOf(type, withOne(at, result))).toBe(result);
  });

  it('is a failure as soon as one failed, whatever else is open', () => {
    expect(outcomeOf(type, [{ ...all[0]!, result: 'needs_review' }, { ...all[1]!, result: 'failed' }])).toBe('failed'); // prettier-ignore
  });

  it('is never a pass without what is required', () => {
    expect(outcomeOf(type, [])).toBe('needs_review');
    const optional = type === 'individual' ? ['document'] : ['name'];
    for (const { kind } of all) {
      const rest = all.filter((finding) => finding.kind !== kind);
      expect(outcomeOf(type, rest)).toBe(optional.includes(kind) ? 'passed' : 'needs_review');
    }
  });
});
