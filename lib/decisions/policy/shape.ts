// The shape of a credit policy. A policy is data: a new one is a new file, and decisions name theirs for good.
import type { FeeTerms } from '../pricing';

/** Why an application is not approved (contract §8). */
export const declineReasons = [
  'adverse_credit',
  'affordability',
  'identity_unverified',
  'insufficient_trading_history',
  'out_of_appetite',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** Conditions of an approval. */
export const approvalConditions = ['file_overdue_documents', 'provide_first_accounts'] as const;
export type ApprovalCondition = (typeof approvalConditions)[number];

/** What the scorecard measures. `coverage_percent`: free monthly cash over the loan's instalment. */
export type Factor = 'months_trading' | 'unsatisfied_judgments' | 'filings_overdue' | 'debt_to_inflow_percent' | 'coverage_percent'; // prettier-ignore

/** The first band whose bound the value meets gives the points. */
export type Bands =
  | {
      readonly better: 'higher';
      readonly bands: readonly { readonly atLeast: number; readonly points: number }[];
    }
  | {
      readonly better: 'lower';
      readonly bands: readonly { readonly atMost: number; readonly points: number }[];
    };

export interface Grade {
  readonly grade: 'A' | 'B' | 'C';
  readonly fromScore: number;
  readonly yearlyRateBasisPoints: number;
}

export interface Policy {
  readonly version: string;
  /** SIC classes outside the appetite. */
  readonly excludedSicCodes: readonly string[];
  /** Judgments: declined above either figure. */
  readonly judgments: { readonly mostUnsatisfied: number; readonly mostPence: number };
  /** Younger than `automaticFromMonths`: looked at twice; younger than `leastMonths` then: declined. */
  readonly tradingHistory: { readonly automaticFromMonths: number; readonly leastMonths: number };
  /** More overdue filings than this: looked at twice. */
  readonly filings: { readonly mostOverdue: number };
  /** After a second look with thin evidence we lend less than was asked for. */
  readonly thinEvidence: { readonly shareBasisPoints: number; readonly roundDownToPence: number };
  readonly affordability: {
    /** How much of the monthly inflow may go into servicing debt. */
    readonly inflowShareBasisPoints: number;
    /** Free monthly cash over the instalment. */
    readonly leastCoveragePercent: number;
    /** All debt, the new loan included, over one month's inflow. */
    readonly mostDebtToInflowPercent: number;
  };
  /** Up to 100 points in all. `reason`: what a decline for too low a score is put down to. */
  readonly scorecard: Readonly<Record<Factor, Bands & { readonly reason: DeclineReason }>>;
  /** Best first. Below the last one: declined. */
  readonly grades: readonly Grade[];
  /** From this score the applicant may choose between several terms. */
  readonly choice: { readonly fromScore: number; readonly offers: number };
  readonly fee: FeeTerms;
  readonly offerValidDays: number;
}
