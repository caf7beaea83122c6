// Points for each factor, explained: what was measured, what it gave, what it could have given.
import type { Bands, DeclineReason, Factor, Grade, Policy } from './policy';

export interface FactorScore {
  readonly factor: Factor;
  readonly value: number;
  readonly points: number;
  readonly mostPoints: number;
}

export interface Score {
  readonly total: number;
  readonly grade: Grade | null;
  readonly factors: readonly FactorScore[];
}

function pointsFor(rule: Bands, value: number): number {
  const band =
    rule.better === 'higher'
      ? rule.bands.find(({ atLeast }) => value >= atLeast)
      : rule.bands.find(({ atMost }) => value <= atMost);
  return band?.points ?? 0;
}

/** Scores the measured values under `policy`. */
export function score(values: Readonly<Record<Factor, number>>, policy: Policy): Score {
  const factors = (Object.keys(policy.scorecard) as Factor[]).map((factor): FactorScore => {
    const rule = policy.scorecard[factor];
    const mostPoints = Math.max(...rule.bands.map(({ points }) => points));
    return { factor, value: values[factor], points: pointsFor(rule, values[factor]), mostPoints };
  });
  const total = factors.reduce((sum, { points }) => sum + points, 0);
  return { total, grade: policy.grades.find(({ fromScore }) => total >= fromScore) ?? null, factors };
}

/** What a score that is too low is put down to: the factor that lost the most points, in the card's order. */
export function mainReason({ factors }: Score, policy: Policy): DeclineReason {
  const lost = ({ mostPoints, points }: FactorScore) => mostPoints - points;
  const worst = factors.reduce((most, factor) => (lost(factor) > lost(most) ? factor : most));
  return policy.scorecard[worst.factor].reason;
}
