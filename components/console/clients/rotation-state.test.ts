import { describe, expect, it } from 'vitest';
import type { RotationFacts } from './facts';
import { rotationState, shareOfCurrent } from './rotation-state';

type Secret = RotationFacts['credentials'][number];

const secret = (id: string, rest: Partial<Secret> = {}): Secret => ({
  id,
  kind: 'secret',
  hint: id.slice(-4),
  state: 'live',
  created: '2026-11-22T10:00:00.000Z',
  first_used: null,
  last_used: null,
  retires: null,
  last_call: null,
  calls_last_day: 0,
  retire_suggested: false,
  ...rest,
});
const used = '2026-11-22T11:00:00.000Z';

describe('rotationState', () => {
  it.each([
    ['create', []],
    ['create', [secret('sec_old', { last_used: used })]],
    ['deploy', [secret('sec_old', { last_used: used }), secret('sec_new')]],
    ['watch', [secret('sec_old', { last_used: used }), secret('sec_new', { last_used: used })]],
    ['retire', [secret('sec_old', { retire_suggested: true }), secret('sec_new', { last_used: used })]],
  ])('is at %s', (step, credentials) => {
    expect(rotationState({ credentials }).step).toBe(step);
  });
  it('calls the first secret the current one while it is alone', () => {
    const state = rotationState({ credentials: [secret('sec_1')] });
    expect(state.old).toBeUndefined();
    expect(state.current?.id).toBe('sec_1');
  });
});

describe('shareOfCurrent', () => {
  it.each([
    [0, 0, undefined],
    [10, 0, 0],
    [0, 10, 100],
    [1, 1, 50],
    [1, 999_999, 99],
    [999_999, 1, 1],
  ])('of %i old and %i new calls is %s', (old, current, percent) => {
    expect(shareOfCurrent(old, current)).toBe(percent);
  });
});
