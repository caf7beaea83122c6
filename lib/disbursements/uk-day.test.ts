// The day turns at midnight in London, an hour earlier in UTC while summer time holds.
import { expect, it } from 'vitest';
import { ukDay, ukDayStart } from './uk-day';

it.each([
  ['2026-01-15T23:59:59.999Z', '2026-01-15', '2026-01-15T00:00:00.000Z'],
  ['2026-07-01T22:59:59.999Z', '2026-07-01', '2026-06-30T23:00:00.000Z'],
  ['2026-07-01T23:00:00.000Z', '2026-07-02', '2026-07-01T23:00:00.000Z'],
  ['2026-03-29T12:00:00.000Z', '2026-03-29', '2026-03-29T00:00:00.000Z'], // the day of 23 hours
  ['2026-10-25T12:00:00.000Z', '2026-10-25', '2026-10-24T23:00:00.000Z'], // the day of 25 hours
])('%s is %s', (instant, day, start) => {
  expect(ukDay(new Date(instant))).toBe(day);
  expect(ukDayStart(new Date(instant)).toISOString()).toBe(start);
});
