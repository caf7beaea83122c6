// How the limiter decided since this process started.
import { singleton } from '@/lib/core/singleton';

export type LimiterOutcome =
  'allowed_by_redis' | 'allowed_locally' | 'denied_rate' | 'denied_concurrency' | 'revoked';

const decisions = singleton('usage.limiter-decisions', () => new Map<LimiterOutcome, number>());

/** Counts one decision. */
export function countLimiterDecision(outcome: LimiterOutcome): void {
  decisions.set(outcome, (decisions.get(outcome) ?? 0) + 1);
}

export function limiterDecisions(): ReadonlyMap<LimiterOutcome, number> {
  return decisions;
}
