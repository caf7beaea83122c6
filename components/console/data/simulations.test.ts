import { describe, expect, it } from 'vitest';
import { simulationPath, simulationsOf, whyNot } from './simulations';

const of = (act: string) => simulationsOf('payment-links').find((entry) => entry.act === act)!;

describe('what the sandbox can be told to play', () => {
  it('lets an act be played from where it leads somewhere', () => {
    expect(whyNot(of('settle'), { status: 'succeeded' })).toBeUndefined();
    expect(whyNot(of('fail'), { status: 'settled' })).toBeUndefined();
  });
  it('explains why it cannot be played', () => {
    expect(whyNot(of('authorise'), { status: 'settled' })).toBe(
      'Not from “settled”: only from open, failed or authorising.',
    );
    const [resolve] = simulationsOf('applications');
    expect(whyNot(resolve!, { status: 'approved' })).toBe(
      'Not from “approved”: only from submitted or in review.',
    );
  });
  it('has nothing to play for a decision: its application has', () =>
    expect(simulationsOf('decisions')).toEqual([]));
  it('resolves a review by the application', () =>
    expect(simulationPath('prj_1', 'applications', 'app_1')).toMatch(/simulations\/decisions\/app_1$/));
});
