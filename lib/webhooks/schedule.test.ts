import { expect, it } from 'vitest';
import fc from 'fast-check';
import { attemptLimit, nextAttemptAt, roundMs } from './schedule';

const start = new Date('2026-07-01T09:00:00Z');
const minute = 60_000;
const hour = 60 * minute;

/** Gaps between the attempts of a round in which every attempt fails at once. */
function gapsOf(random: () => number): number[] {
  const gaps: number[] = [];
  let now = start;
  for (let attempts = 1; ; attempts += 1) {
    const next = nextAttemptAt({ attempts, startedAt: start, now }, random);
    if (!next) return gaps;
    gaps.push(next.getTime() - now.getTime());
    now = next;
  }
}

it('is 1 min, 5 min, 30 min, 2 h, then even to 72 h', () => {
  const gaps = gapsOf(() => 0.5);
  expect(gaps.slice(0, 4)).toEqual([minute, 5 * minute, 30 * minute, 2 * hour]);
  for (const gap of gaps.slice(4)) expect(gap / hour).toBeCloseTo(9.914, 2);
  expect(gaps.reduce((sum, gap) => sum + gap, 0)).toBe(roundMs);
});

it('makes twelve attempts within 72 hours, jittered by 20 %, every 6–12 h in the end', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 11, maxLength: 11 }),
      (draws) => {
        let draw = 0;
        const gaps = gapsOf(() => draws[draw++] ?? 0);
        expect(gaps).toHaveLength(attemptLimit - 1);
        [minute, 5 * minute, 30 * minute, 2 * hour].forEach((wanted, index) => {
          expect(Math.abs((gaps[index] ?? 0) / wanted - 1)).toBeLessThanOrEqual(0.2001);
        });
        for (const gap of gaps.slice(4)) expect(gap).toBeLessThanOrEqual(12 * hour);
        for (const gap of gaps.slice(4, -1)) expect(gap).toBeGreaterThanOrEqual(6 * hour);
        expect(gaps.reduce((sum, gap) => sum + gap, 0)).toBeLessThanOrEqual(roundMs);
      },
    ),
  );
});

it('ends with the twelfth attempt or the 72nd hour', () => {
  expect(nextAttemptAt({ attempts: attemptLimit, startedAt: start, now: start })).toBeNull();
  const over = new Date(start.getTime() + roundMs);
  expect(nextAttemptAt({ attempts: 1, startedAt: start, now: over })).toBeNull();
});
