// Can the company carry the loan? Judged from its inflow and the debt it has.
import { basisPointsOf } from '@/lib/core/money';
import type { BureauInputs, DecisionInputs } from './inputs';
import type { Policy } from './policy';
import { priceLoan } from './pricing';

export interface Affordability {
  /** Inflow that counts: the bureau's, or the declared turnover when that is lower. */
  readonly inflowPence: number;
  /** What may go into servicing this loan each month; 0 when existing debt takes it all. */
  readonly freeCashPence: number;
  /** Free cash over the instalment, whole percent rounded down. */
  readonly coveragePercent: number;
  /** All debt with this loan over one month's inflow, whole percent rounded up. */
  readonly debtToInflowPercent: number;
  readonly affordable: boolean;
}

function countedInflow({ monthly_inflow_pence: seen }: BureauInputs, declared: number | null): number {
  return declared === null ? seen : Math.min(declared, seen);
}

/** Whole percent, rounded up; beyond any bound when there is nothing to divide by. */
export function percentUp(part: number, whole: number): number {
  if (part === 0) return 0;
  return whole === 0 ? Number.MAX_SAFE_INTEGER : Math.ceil((100 * part) / whole);
}

/** Judged at the dearest grade's rate, so that the grade that follows from it cannot make it worse. */
export function judgeAffordability(
  inputs: Pick<DecisionInputs, 'decided_on' | 'declared_monthly_turnover_pence'>,
  bureau: BureauInputs,
  loan: { readonly amountPence: number; readonly termMonths: number },
  policy: Policy,
): Affordability {
  const rules = policy.affordability;
  const dearest = Math.max(...policy.grades.map((grade) => grade.yearlyRateBasisPoints));
  const price = priceLoan(
    { ...loan, yearlyRateBasisPoints: dearest, startsOn: inputs.decided_on },
    policy.fee,
  );
  const instalmentPence = Math.max(...price.schedule.map((instalment) => instalment.amountPence));
  const inflowPence = countedInflow(bureau, inputs.declared_monthly_turnover_pence);
  const budgetPence = basisPointsOf(inflowPence, rules.inflowShareBasisPoints);
  const freeCashPence = Math.max(0, budgetPence - bureau.monthly_debt_service_pence);
  const coveragePercent = Math.floor((100 * freeCashPence) / instalmentPence);
  const debtToInflowPercent = percentUp(bureau.existing_debt_pence + loan.amountPence, inflowPence);
  return {
    inflowPence,
    freeCashPence,
    coveragePercent,
    debtToInflowPercent,
    affordable:
      coveragePercent >= rules.leastCoveragePercent && debtToInflowPercent <= rules.mostDebtToInflowPercent,
  };
}
