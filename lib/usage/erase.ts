// Usage is kept for 13 months: a year to compare with, and the month that is running. Seconds are kept for two days: what
// a replay of 24 hours reads, and some.
import { eraseArrivalsOlderThan, eraseMinutesOlderThan } from './repository/write';

const keptDays = 397;
const secondsKeptDays = 2;

/** @returns how many rows went. */
export async function eraseOldUsage(): Promise<number> {
  return (await eraseMinutesOlderThan(keptDays)) + (await eraseArrivalsOlderThan(secondsKeptDays));
}
