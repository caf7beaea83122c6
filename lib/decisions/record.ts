// Makes a result of the engine a version of the application's decision.
import { newId } from '@/lib/core/ids';
import type { Transaction } from '@/lib/db';
import type { DecisionResult } from './decide';
import { inputsHash, type DecisionInputs } from './inputs';
import { policies } from './policy';
import { findVersion, insertVersion, type VersionRow } from './repository';
import type { Decision, Offer } from './schemas';
import { toDecision } from './serialize';

const dayMs = 86_400_000;

export interface RecordDecision {
  readonly tx: Transaction;
  /** Business time. */
  readonly now: Date;
  readonly application: {
    readonly id: string;
    readonly projectId: string;
    readonly livemode: boolean;
    readonly decisionId: string;
    readonly reference: string | null;
  };
  readonly version: number;
  readonly inputs: DecisionInputs;
  readonly result: DecisionResult;
}

export interface RecordedDecision {
  readonly decision: Decision;
  /** What the version before said; undefined for the first. */
  readonly previous: Pick<Decision, 'version' | 'outcome' | 'reason'> | undefined;
  /** When the last offer ends; null without one. */
  readonly offersExpireAt: Date | null;
}

function offersOf(result: DecisionResult, expiresAt: Date): Offer[] {
  return result.offers.map((priced) => ({
    id: newId('off'),
    amount_pence: priced.amountPence,
    term_months: priced.termMonths,
    yearly_rate_percent: priced.yearlyRateBasisPoints / 100,
    interest_pence: priced.interestPence,
    fee_pence: priced.feePence,
    total_cost_pence: priced.totalCostPence,
    total_payable_pence: priced.totalPayablePence,
    schedule: priced.schedule.map(({ due, amountPence }) => ({ due, amount_pence: amountPence })),
    expires_at: expiresAt.toISOString(),
  }));
}

/** Adds the version. Its primary key makes a second one with the same number impossible. */
export async function recordDecision(call: RecordDecision): Promise<RecordedDecision> {
  const { tx, now, application, version, inputs, result } = call;
  const before =
    version > 1 ? await findVersion(application.projectId, application.id, version - 1, tx) : null;
  const validDays = policies.get(result.policyVersion)?.offerValidDays ?? 0;
  const expiresAt = new Date(now.getTime() + validDays * dayMs);
  const offers = offersOf(result, expiresAt);
  const row: VersionRow = {
    id: application.decisionId,
    livemode: application.livemode,
    applicationId: application.id,
    reference: application.reference,
    version,
    outcome: result.outcome,
    reason: result.reason,
    conditions: [...result.conditions],
    policyVersion: result.policyVersion,
    inputsHash: inputsHash(inputs),
    offers,
    firstCreatedAt: before?.firstCreatedAt ?? now,
    createdAt: now,
    refreshPending: false,
  };
  await insertVersion(
    {
      ...row,
      decisionId: row.id,
      projectId: application.projectId,
      inputs,
      score: result.working,
    },
    tx,
  );
  return {
    decision: toDecision(row),
    previous: before ? { version: version - 1, outcome: before.outcome, reason: before.reason } : undefined,
    offersExpireAt: offers.length > 0 ? expiresAt : null,
  };
}
