// The decision engine: pure, deterministic, authoritative (contract §8). Rules first, each with its reason;
// then what evidence is too thin to settle at once; then affordability; then the scorecard and the price.
import { basisPointsOf } from '@/lib/core/money';
import { judgeAffordability, percentUp, type Affordability } from './affordability';
import type { BureauInputs, DecisionInputs } from './inputs';
import { currentPolicy, type ApprovalCondition, type DeclineReason, type Policy } from './policy';
import { priceLoan, withinCostCap, type Price } from './pricing';
import { mainReason, score, type Score } from './scorecard';

/** An offer before it has an id. */
export interface PricedOffer extends Price {
  readonly amountPence: number;
  readonly termMonths: number;
  readonly yearlyRateBasisPoints: number;
}

/** How the decision came about, kept with it. */
export interface Working {
  /** The rule that settled it. */
  readonly settledBy: string;
  readonly affordability: Affordability | null;
  readonly score: Score | null;
}

export type DecisionResult = { readonly policyVersion: string; readonly working: Working } & (
  | {
      readonly outcome: 'approved';
      readonly reason: null;
      readonly conditions: readonly ApprovalCondition[];
      /** At least one, the nearest to what was asked for first. */
      readonly offers: readonly PricedOffer[];
    }
  | {
      readonly outcome: 'declined' | 'referred';
      readonly reason: DeclineReason;
      readonly conditions: readonly [];
      readonly offers: readonly [];
    }
);

interface Loan {
  readonly amountPence: number;
  readonly termMonths: number;
}

/** Rules that decline whatever the rest says, in order. */
function exclusion(bureau: BureauInputs, policy: Policy): [rule: string, DeclineReason] | undefined {
  if (!bureau.director_identified) return ['director_identified', 'identity_unverified'];
  if (policy.excludedSicCodes.includes(bureau.sic_code)) return ['sector', 'out_of_appetite'];
  const { mostUnsatisfied, mostPence } = policy.judgments;
  if (bureau.unsatisfied_judgments > mostUnsatisfied || bureau.judgments_pence > mostPence) {
    return ['judgments', 'adverse_credit'];
  }
  return undefined;
}

/** What makes the evidence thin, and what an approval in spite of it asks for. */
function thinEvidence(bureau: BureauInputs, policy: Policy): [DeclineReason, ApprovalCondition] | undefined {
  if (bureau.months_trading < policy.tradingHistory.automaticFromMonths) {
    return ['insufficient_trading_history', 'provide_first_accounts'];
  }
  if (bureau.filings_overdue > policy.filings.mostOverdue) {
    return ['insufficient_trading_history', 'file_overdue_documents'];
  }
  return undefined;
}

function reduced(loan: Loan, { shareBasisPoints, roundDownToPence }: Policy['thinEvidence']): Loan {
  const share = basisPointsOf(loan.amountPence, shareBasisPoints);
  return { ...loan, amountPence: share - (share % roundDownToPence) };
}

/** Other terms for the same amount, from which the best applicants may choose. */
function otherTerms({ termMonths }: Loan): number[] {
  const candidates = [
    Math.round(termMonths / 2),
    termMonths + 12,
    Math.round(termMonths / 3),
    termMonths + 24,
  ];
  return candidates.filter((months) => months >= 3 && months <= 60 && months !== termMonths);
}

/**
 * Decides. The same inputs and policy give the same result, offers and their schedules included.
 *
 * @param policy The one in force unless an old decision is replayed.
 */
export function decide(inputs: DecisionInputs, policy: Policy = currentPolicy): DecisionResult {
  const refuse = (
    outcome: 'declined' | 'referred',
    reason: DeclineReason,
    settledBy: string,
    affordability: Affordability | null = null,
    scored: Score | null = null,
  ): DecisionResult => ({
    policyVersion: policy.version,
    outcome,
    reason,
    conditions: [],
    offers: [],
    working: { settledBy, affordability, score: scored },
  });

  const { bureau, company } = inputs;
  // Nobody told us anything, for long: a second look, and then an end. Never an approval.
  if (company.status === 'silent' || (company.status === 'active' && !bureau)) {
    const outcome = inputs.pass === 1 ? 'referred' : 'declined';
    return refuse(outcome, 'insufficient_trading_history', 'evidence');
  }
  if (company.status !== 'active' || !bureau)
    return refuse('declined', 'identity_unverified', 'company_active');
  const excluded = exclusion(bureau, policy);
  if (excluded) return refuse('declined', excluded[1], excluded[0]);

  const thin = thinEvidence(bureau, policy);
  if (thin && inputs.pass === 1) return refuse('referred', thin[0], 'thin_evidence');
  if (bureau.months_trading < policy.tradingHistory.leastMonths) {
    return refuse('declined', 'insufficient_trading_history', 'least_trading_history');
  }

  const asked: Loan = { amountPence: inputs.amount_pence, termMonths: inputs.term_months };
  const loan = thin ? reduced(asked, policy.thinEvidence) : asked;
  const affordability = judgeAffordability(inputs, bureau, loan, policy);
  if (!affordability.affordable) return refuse('declined', 'affordability', 'affordability', affordability);

  const scored = score(
    {
      months_trading: bureau.months_trading,
      unsatisfied_judgments: bureau.unsatisfied_judgments,
      filings_overdue: bureau.filings_overdue,
      debt_to_inflow_percent: percentUp(bureau.existing_debt_pence, affordability.inflowPence),
      coverage_percent: affordability.coveragePercent,
    },
    policy,
  );
  const { grade } = scored;
  if (!grade) return refuse('declined', mainReason(scored, policy), 'score', affordability, scored);

  const { yearlyRateBasisPoints } = grade;
  const offer = (terms: Loan): PricedOffer => ({
    ...terms,
    yearlyRateBasisPoints,
    ...priceLoan({ ...terms, yearlyRateBasisPoints, startsOn: inputs.decided_on }, policy.fee),
  });
  const mayChoose = scored.total >= policy.choice.fromScore;
  const alternatives = mayChoose
    ? otherTerms(loan)
        .map((termMonths) => ({ ...loan, termMonths }))
        .filter((terms) => judgeAffordability(inputs, bureau, terms, policy).affordable)
    : [];
  const offers = [loan, ...alternatives]
    .map(offer)
    .filter((priced) => withinCostCap(priced.amountPence, priced))
    .filter(
      (priced, index, all) => all.findIndex(({ termMonths }) => termMonths === priced.termMonths) === index,
    )
    .slice(0, mayChoose ? policy.choice.offers : 1);
  if (offers.length === 0) return refuse('declined', 'affordability', 'cost_cap', affordability, scored);

  return {
    policyVersion: policy.version,
    outcome: 'approved',
    reason: null,
    conditions: thin ? [thin[1]] : [],
    offers,
    working: { settledBy: 'score', affordability, score: scored },
  };
}
