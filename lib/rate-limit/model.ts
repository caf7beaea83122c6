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

export type Outcome = 'allowed' | 'rate' | 'concurrency';

export interface Verdict {
  readonly outcome: Outcome;
  /** Micro-tokens in each bucket after the decision. */
  readonly levels: readonly number[];
}

/** The level at `nowMicros`. Time that went backwards refills nothing and takes nothing. */
export function levelAt(kept: KeptLevel | undefined, limit: BucketLimit, nowMicros: number): number {
  const full = limit.burst * microTokensPerToken;
  if (!kept) return full;
  const elapsed = Math.max(0, nowMicros - kept.atMicros);
  return Math.min(full, kept.microTokens + elapsed * limit.ratePerSecond);
}

/**
 * Decides all-or-nothing: one token of every bucket, then one slot in flight. A denial takes nothing.
 *
 * @param kept what is kept of each bucket, in the order of `limits`
 * @param leasesHeld leases of the subject that are alive now
 * @param concurrent how many may be; undefined where concurrency is not metered
 */
export function decide(
  kept: readonly (KeptLevel | undefined)[],
  limits: readonly BucketLimit[],
  nowMicros: number,
  leasesHeld: number,
  concurrent: number | undefined,
): Verdict {
  const levels = limits.map((limit, index) => levelAt(kept[index], limit, nowMicros));
  if (levels.some((level) => level < microTokensPerToken)) return { outcome: 'rate', levels };
  if (concurrent !== undefined && leasesHeld >= concurrent) return { outcome: 'concurrency', levels };
  return { outcome: 'allowed', levels: levels.map((level) => level - microTokensPerToken) };
}
