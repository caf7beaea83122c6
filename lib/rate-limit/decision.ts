// From levels to the answer a caller gets: what is left, and how long to wait. Both limiters end here.
import type { BucketLimit } from '@/lib/core/limits';
import { microsPerSecond, microTokensPerToken, type Outcome } from './model';
import type { BucketRequest, BucketState, Lease, LimitDecision, WindowRequest } from './types';

/** Whole seconds until `missing` micro-tokens have come, rounded up. */
function secondsToRefill(missing: number, ratePerSecond: number): number {
  return Math.ceil(missing / (ratePerSecond * microsPerSecond));
}

/**
 * The bucket as headers show it. `shown`: the limit that was promised; `metered`: the one that was decided
 * by, which is a share of it while Redis is away.
 */
export function bucketState(
  policy: string,
  shown: BucketLimit,
  metered: BucketLimit,
  level: number,
): BucketState {
  const remaining = Math.floor(level / microTokensPerToken);
  const missing = metered.burst * microTokensPerToken - level;
  return {
    policy,
    limit: shown,
    remaining,
    resetSeconds: secondsToRefill(missing, metered.ratePerSecond),
    nextTokenSeconds:
      missing === 0
        ? undefined
        : secondsToRefill((remaining + 1) * microTokensPerToken - level, metered.ratePerSecond),
  };
}

/** The answer to a decision on buckets. `levels`: micro-tokens after it, one for each of `buckets`. */
export function bucketDecision(
  outcome: Outcome,
  buckets: readonly BucketRequest[],
  metered: readonly BucketLimit[] | undefined,
  levels: readonly number[],
  lease: Lease | undefined,
  decidedBy: 'redis' | 'local',
): LimitDecision {
  const states: BucketState[] = [];
  // Of several empty buckets the one with the longest wait is the one to name.
  let policy = '';
  let waitSeconds = 0;
  for (let index = 0; index < buckets.length; index++) {
    const bucket = buckets[index] as BucketRequest;
    const level = levels[index] as number;
    const limit = metered?.[index] ?? bucket.limit;
    states.push(bucketState(bucket.policy, bucket.limit, limit, level));
    if (level >= microTokensPerToken || outcome !== 'rate') continue;
    const wait = secondsToRefill(microTokensPerToken - level, limit.ratePerSecond);
    if (wait > waitSeconds) {
      waitSeconds = wait;
      policy = bucket.policy;
    }
  }
  if (outcome === 'allowed') return { kind: 'allowed', buckets: states, lease, decidedBy };
  if (outcome === 'rate') {
    return { kind: 'denied', reason: 'rate', policy, retryAfterSeconds: waitSeconds, buckets: states };
  }
  return {
    kind: 'denied',
    reason: 'concurrency',
    policy: 'concurrency',
    retryAfterSeconds: 1,
    buckets: states,
  };
}

const limitsOfWindows = new Map<string, BucketLimit>();

/** A window as a bucket: its whole limit is the burst, and burst ÷ rate the window's length. */
function windowAsLimit({ limit, windowSeconds }: WindowRequest): BucketLimit {
  const name = `${limit}/${windowSeconds}`;
  let shown = limitsOfWindows.get(name);
  if (!shown) limitsOfWindows.set(name, (shown = { ratePerSecond: limit / windowSeconds, burst: limit }));
  return shown;
}

/** The answer to a decision on a window: `used` requests in it, this one included when allowed. */
export function windowDecision(
  request: WindowRequest,
  allowed: boolean,
  used: number,
  millisecondsLeft: number,
  decidedBy: 'redis' | 'local',
  limit = request.limit,
): LimitDecision {
  const secondsLeft = Math.max(1, Math.ceil(millisecondsLeft / 1000));
  const state: BucketState = {
    policy: request.policy,
    limit: windowAsLimit(request),
    remaining: Math.max(0, limit - used),
    resetSeconds: secondsLeft,
    nextTokenSeconds: secondsLeft,
  };
  if (allowed) return { kind: 'allowed', buckets: [state], lease: undefined, decidedBy };
  return {
    kind: 'denied',
    reason: 'rate',
    policy: request.policy,
    retryAfterSeconds: secondsLeft,
    buckets: [state],
  };
}
