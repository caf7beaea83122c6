import { describe, expect, it } from 'vitest';
import { formatDate, formatDateTime, formatDistance, formatTime } from './format';

describe('dates for people', () => {
  it('writes UK time, summer and winter', () => {
    expect(formatDateTime('2026-11-22T17:40:12.000Z')).toBe('22 November 2026 at 17:40');
    expect(formatDateTime('2026-07-01T23:30:00.000Z')).toBe('2 July 2026 at 00:30');
  });
  it('writes UTC where a log asks for it', () => {
    expect(formatDateTime('2026-07-01T23:30:00.000Z', 'utc')).toBe('1 July 2026 at 23:30 UTC');
    expect(formatTime('2026-07-01T23:30:09.000Z')).toBe('00:30:09');
    expect(formatTime('2026-07-01T23:30:09.000Z', 'utc')).toBe('23:30:09');
  });
  it('writes a day', () => expect(formatDate('2026-07-01T23:30:00.000Z')).toBe('2 July 2026'));
  it.each([
    [-2_000, 'just now'],
    [-30_000, '30 seconds ago'],
    [-3 * 60_000, '3 minutes ago'],
    [-25 * 3_600_000, '1 day ago'],
    [2 * 86_400_000, 'in 2 days'],
  ])('writes a distance of %i ms', (distanceMs, words) => {
    expect(formatDistance(1_000_000_000_000 + distanceMs, 1_000_000_000_000)).toBe(words);
  });
});
