// Every state × every act, against the table of contract §8 written out by hand.
import { describe, expect, it } from 'vitest';
import { ApiError } from '@/lib/core/errors';
import { requireTransition } from '@/lib/core/transition';
import {
  applicationStatuses,
  applicationTransitions,
  type ApplicationAct,
  type ApplicationStatus,
} from './state';

const allowed: Record<ApplicationAct, Partial<Record<ApplicationStatus, ApplicationStatus>>> = {
  submitted: { created: 'submitted' },
  reviewed: { submitted: 'in_review' },
  referred: { in_review: 'in_review' },
  approved: { in_review: 'approved' },
  declined: { in_review: 'declined' },
  refreshed: { approved: 'in_review', declined: 'in_review' },
  accepted: { approved: 'accepted' },
  funded: { accepted: 'funded' },
  returned: { funded: 'accepted' },
  withdrawn: { created: 'withdrawn', submitted: 'withdrawn', in_review: 'withdrawn', approved: 'withdrawn', accepted: 'withdrawn' },
  expired: { created: 'expired', approved: 'expired', accepted: 'expired' },
}; // prettier-ignore

const acts = Object.keys(applicationTransitions) as ApplicationAct[];

describe.each(acts)('%s', (act) => {
  it.each(applicationStatuses)('from %s', (status) => {
    const to = allowed[act][status];
    const move = () => requireTransition(applicationTransitions, 'application', status, act);
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
