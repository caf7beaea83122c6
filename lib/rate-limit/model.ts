// The algorithm of the limiter as a pure function. The in-process limiter runs it, token-bucket.lua.ts says
// the same in Lua, and a property test holds the two together.
//
// All figures are integers: levels in micro-tokens, times in microseconds. A rate of r tokens a second is
// r micro-tokens a microsecond, so refilling needs no division and nothing is ever rounded.
import type { BucketLimit } from '@/lib/core/limits';

export const microTokensPerToken = 1_000_000;
export const microsPerSecond = 1_000_000;

/** No living request reaches this age (contract §3, §4), so a lease this old belongs to a killed process. */
export const leaseSeconds = 30;

/** What is kept of a bucket. A bucket of which nothing is kept is full. */
export interface KeptLevel {
  readonly microTokens: number;
  readonly atMicros: number;
}

const leaseMicros = leaseSeconds * microsPerSecond;

/** When a lease taken now expires. */
export function leaseExpiry(nowMicros: number): number {
  return nowMicros + leaseMicros;
}

/** Clocks are corrected by less than this without anyone's losing his slot. */
export const clockSlackMicros = 1_000_000;

/** A lease that ends much later than one taken now is from a clock that was ahead, and counts for nothing. */
export function isLeaseAlive(expiresAtMicros: number, nowMicros: number): boolean {
  return expiresAtMicros > nowMicros && expiresAtMicros <= leaseExpiry(nowMicros) + clockSlackMicros;
}

export type Outcome = 'allowed' | 'rate' | 'concurrency';

export interface Verdict {
  readonly outcome: Outcome;
  /** Micro-tokens in each bucket after the decision. */
  readonly levels: readonly number[];
  /** What to keep of each bucket from now on. */
  readonly kept: (KeptLevel | undefined)[];
}

/** The level at `nowMicros`. Time that went backwards refills nothing and takes nothing. */
export function levelAt(kept: KeptLevel | undefined, limit: BucketLimit, nowMicros: number): number {
  const full = limit.burst * microTokensPerToken;
  if (!kept) return full;
  const elapsed = Math.max(0, nowMicros - kept.atMicros);
  return Math.min(full, kept.microTokens + elapsed * limit.ratePerSecond);
}

/** A denial changes nothing, save that refilling starts anew from a clock that was set back. */
function keepAfterDenial(
  kept: KeptLevel | undefined,
  level: number | undefined,
  nowMicros: number,
): KeptLevel | undefined {
  if (!kept || level === undefined || nowMicros >= kept.atMicros) return kept;
  return { microTokens: level, atMicros: nowMicros };
}

/**
 * Decides all-or-nothing: one token of every bucket, then one slot in flight. A denial takes nothing.
 *
 * @param kept what is kept of each bucket, in the order of `limits`
 * @param concurrent leases that may be alive at once; undefined where concurrency is not metered
 * @param leasesHeld counts the subject's leases; asked only when every bucket has a token
 */
export function decide(
  kept: readonly (KeptLevel | undefined)[],
  limits: readonly BucketLimit[],
  nowMicros: number,
  concurrent: number | undefined,
  leasesHeld: () => number,
): Verdict {
  // Loops, for this runs on every request, and millions of times in a replay.
  const levels: number[] = [];
  let isEmpty = false;
  for (let index = 0; index < limits.length; index += 1) {
    const level = levelAt(kept[index], limits[index] as BucketLimit, nowMicros);
    levels.push(level);
    if (level < microTokensPerToken) isEmpty = true;
  }
  const isBusy = !isEmpty && concurrent !== undefined && leasesHeld() >= concurrent;
  const keptNow: (KeptLevel | undefined)[] = [];
  if (isEmpty || isBusy) {
    for (let index = 0; index < levels.length; index += 1) {
      keptNow.push(keepAfterDenial(kept[index], levels[index], nowMicros));
    }
    return { outcome: isEmpty ? 'rate' : 'concurrency', levels, kept: keptNow };
  }
  for (let index = 0; index < levels.length; index += 1) {
    const microTokens = (levels[index] as number) - microTokensPerToken;
    levels[index] = microTokens;
    keptNow.push({ microTokens, atMicros: nowMicros });
  }
  return { outcome: 'allowed', levels, kept: keptNow };
}
