// The question to a business credit bureau (with the bank-transaction data it brings), and its answers.

/** What is known about a company's money and record. Money in whole pence. */
export interface BureauReport {
  /** `YYYY-MM-DD`. */
  readonly incorporatedOn: string;
  /** UK SIC 2007 class, five digits. */
  readonly sicCode: string;
  /** Whether the applying director was identified. */
  readonly directorIdentified: boolean;
  /** Average trading inflow of a month over the last six. */
  readonly monthlyInflowPence: number;
  readonly existingDebtPence: number;
  /** What existing debt costs a month. */
  readonly monthlyDebtServicePence: number;
  /** County-court judgments of the last six years that are not satisfied. */
  readonly unsatisfiedJudgments: number;
  readonly judgmentsPence: number;
  /** Accounts and confirmation statements that are overdue. */
  readonly filingsOverdue: number;
}

export type BureauAnswer =
  | { readonly kind: 'report'; readonly report: BureauReport }
  /** Still at work; ask again at `readyAt` (business time). */
  | { readonly kind: 'pending'; readonly readyAt: Date };

export interface BureauQuestion {
  readonly companyNumber: string;
  /** Business time of the first question about this review. */
  readonly askedAt: Date;
  /** Business time now. */
  readonly now: Date;
}

export interface Bureau {
  /** @throws ProviderUnavailable when the bureau cannot be asked. */
  report(question: BureauQuestion, signal: AbortSignal): Promise<BureauAnswer>;
}
