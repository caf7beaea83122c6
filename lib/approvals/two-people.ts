// The gate itself, as a pure rule: two genuine records of two people about exactly this payment.
import { approvalIsGenuine } from './verify';
import { signedApprovalSchema, type ApprovalRecord } from './schemas';

/** The payment about to be made, as it is read at that moment. */
export interface ReleaseFacts {
  readonly disbursementId: string;
  readonly livemode: boolean;
  readonly amountPence: number;
  readonly payeeSha256: string;
  readonly snapshotSha256: string;
}

export type ReleaseRefusal =
  | 'approval_missing' // no genuine record of the first officer
  | 'release_missing' // no genuine record of the second officer
  | 'same_person'
  | 'other_disbursement'
  | 'other_book' // a sandbox record for a live payment, or the reverse
  | 'other_amount'
  | 'other_payee'
  | 'other_snapshot'
  | 'factor_missing' // live money released without a second factor
  | 'order'; // released before it was approved

function genuine(approval: unknown, act: ApprovalRecord['act'], trustedKey?: string): ApprovalRecord | null {
  if (!approvalIsGenuine(approval, trustedKey)) return null;
  const { record } = signedApprovalSchema.parse(approval);
  return record.act === act ? record : null;
}

function differences(record: ApprovalRecord, facts: ReleaseFacts): ReleaseRefusal[] {
  const pairs: [ReleaseRefusal, unknown, unknown][] = [
    ['other_disbursement', record.disbursement_id, facts.disbursementId],
    ['other_book', record.livemode, facts.livemode],
    ['other_amount', record.amount_pence, facts.amountPence],
    ['other_payee', record.payee_sha256, facts.payeeSha256],
    ['other_snapshot', record.snapshot_sha256, facts.snapshotSha256],
  ];
  return pairs.filter(([, said, read]) => said !== read).map(([refusal]) => refusal);
}

/**
 * Everything that speaks against paying; empty when both records are genuine, of two people, and about this payment.
 *
 * @param trustedKey see `approvalIsGenuine`.
 */
export function refusalsOfRelease(
  facts: ReleaseFacts,
  approvals: { readonly approve: unknown; readonly release: unknown },
  trustedKey?: string,
): ReleaseRefusal[] {
  const first = genuine(approvals.approve, 'approve', trustedKey);
  const second = genuine(approvals.release, 'release', trustedKey);
  const refusals: ReleaseRefusal[] = [];
  if (!first) refusals.push('approval_missing');
  if (!second) refusals.push('release_missing');
  if (!first || !second) return refusals;
  if (first.person_id === second.person_id) refusals.push('same_person');
  if (Date.parse(second.at) < Date.parse(first.at)) refusals.push('order');
  if (facts.livemode && second.factor !== 'totp' && second.factor !== 'passkey')
    refusals.push('factor_missing');
  return [...refusals, ...new Set([...differences(first, facts), ...differences(second, facts)])];
}
