// A version as the API shows it.
import type { VersionRow } from './repository';
import type { Decision } from './schemas';

export function toDecision(row: VersionRow): Decision {
  return {
    id: row.id,
    object: 'decision',
    livemode: row.livemode,
    created: row.firstCreatedAt.toISOString(),
    updated: row.createdAt.toISOString(),
    application_id: row.applicationId,
    reference: row.reference,
    version: row.version,
    outcome: row.outcome,
    reason: row.reason,
    conditions: row.conditions,
    policy_version: row.policyVersion,
    inputs_hash: row.inputsHash,
    refresh_pending: row.refreshPending,
    currency: 'GBP',
    // jsonb does not keep the order of members.
    offers: row.offers.map((offer) => ({
      id: offer.id,
      amount_pence: offer.amount_pence,
      term_months: offer.term_months,
      yearly_rate_percent: offer.yearly_rate_percent,
      interest_pence: offer.interest_pence,
      fee_pence: offer.fee_pence,
      total_cost_pence: offer.total_cost_pence,
      total_payable_pence: offer.total_payable_pence,
      schedule: offer.schedule.map(({ due, amount_pence }) => ({ due, amount_pence })),
      expires_at: offer.expires_at,
    })),
  };
}
