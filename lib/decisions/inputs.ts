// Everything a decision is made from, and nothing else: the same inputs under the same policy give the same
// decision. They are kept with it, so that it can be replayed.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { monthsBetween, toIsoDate, type IsoDate } from '@/lib/core/dates';
import type { BureauReport, CompanyStatus } from '@/lib/providers';

/** As stored and hashed, hence in the wire's spelling. Money in whole pence. */
export interface DecisionInputs {
  readonly amount_pence: number;
  readonly term_months: number;
  /** What the partner told at a refresh. It can lower what the bureau saw, never raise it. */
  readonly declared_monthly_turnover_pence: number | null;
  /** 2: a referral looked at again. */
  readonly pass: 1 | 2;
  /** The day of the decision; the schedule starts on it. */
  readonly decided_on: IsoDate;
  /** `unknown`: the registry has no such company. */
  readonly company: {
    readonly company_number: string;
    readonly status: CompanyStatus | 'unknown' | 'silent';
  };
  /** Null when there was nothing to ask about: the company is not active. */
  readonly bureau: BureauInputs | null;
}

/** What the bureau answered. */
export interface BureauInputs {
  readonly sic_code: string;
  readonly months_trading: number;
  readonly director_identified: boolean;
  readonly monthly_inflow_pence: number;
  readonly existing_debt_pence: number;
  readonly monthly_debt_service_pence: number;
  readonly unsatisfied_judgments: number;
  readonly judgments_pence: number;
  readonly filings_overdue: number;
}

/** What was asked for, as far as a decision cares. */
export interface LoanRequest {
  readonly amountPence: number;
  readonly termMonths: number;
  readonly monthlyTurnoverPence: number | null;
  readonly pass: 1 | 2;
}

/** Puts the inputs together from the request and what the providers answered. `now` is business time. */
export function decisionInputs(
  request: LoanRequest,
  company: DecisionInputs['company'],
  report: BureauReport | null,
  now: Date,
): DecisionInputs {
  const decidedOn = toIsoDate(now);
  return {
    amount_pence: request.amountPence,
    term_months: request.termMonths,
    declared_monthly_turnover_pence: request.monthlyTurnoverPence,
    pass: request.pass,
    decided_on: decidedOn,
    company,
    bureau: report && {
      sic_code: report.sicCode,
      months_trading: monthsBetween(report.incorporatedOn, decidedOn),
      director_identified: report.directorIdentified,
      monthly_inflow_pence: report.monthlyInflowPence,
      existing_debt_pence: report.existingDebtPence,
      monthly_debt_service_pence: report.monthlyDebtServicePence,
      unsatisfied_judgments: report.unsatisfiedJudgments,
      judgments_pence: report.judgmentsPence,
      filings_overdue: report.filingsOverdue,
    },
  };
}

/** SHA-256 of the inputs in canonical JSON (RFC 8785), lower-case hex. */
export function inputsHash(inputs: DecisionInputs): string {
  return createHash('sha256')
    .update(canonicalize(inputs) ?? '')
    .digest('hex');
}
