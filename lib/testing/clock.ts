// Business time that a test moves by hand.
import type { Clock } from '@/lib/core/clock';

export interface TestClock extends Clock {
  advance(seconds: number): void;
}

/** A clock that stands still at `start` (ISO 8601) until it is advanced. */
export function testClock(start = '2026-07-01T09:00:00.000Z'): TestClock {
  let milliseconds = Date.parse(start);
  return {
    now: () => new Date(milliseconds),
    get offsetSeconds() {
      return Math.round((milliseconds - Date.now()) / 1_000);
    },
    advance(seconds) {
      milliseconds += seconds * 1_000;
    },
  };
}
