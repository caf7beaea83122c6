// Usage is kept for 13 months: a year to compare with, and the month that is running.
import { eraseMinutesOlderThan } from './repository/write';

const keptDays = 397;

/** @returns how many rows went. */
export function eraseOldUsage(): Promise<number> {
  return eraseMinutesOlderThan(keptDays);
}
