// A disbursement as the payer needs it: what is to be paid to whom, and on whose word.
import type { PayeeIdentity, SignedApproval } from '@/lib/approvals';
import type { Transaction } from '@/lib/db';
import { openPayee } from './payee';
import { findSignedApprovals, findSnapshot, type ApprovalRow } from './repository/payment-order';
import { findTimedDisbursement, lockDisbursementRow } from './repository/disbursements';
import type { DisbursementStatus } from './state';

export interface PaymentOrder {
  readonly id: string;
  readonly projectId: string;
  readonly partnerId: string;
  readonly livemode: boolean;
  readonly status: DisbursementStatus;
  readonly amountPence: number;
  /** In full: for the bank, nobody else. */
  readonly payee: PayeeIdentity;
  readonly releasedBy: string | null;
  /** The evidence that the release is about: what the row says, and the frozen text itself. */
  readonly snapshotSha256: string | null;
  readonly evidence: string | null;
  /** As stored; nothing about them is checked here. */
  readonly approvals: { readonly approve: SignedApproval | null; readonly release: SignedApproval | null };
}

function toSigned(row: ApprovalRow | undefined): SignedApproval | null {
  if (!row) return null;
  return {
    record: JSON.parse(row.record) as SignedApproval['record'],
    signature: row.signature.toString('base64url'),
    public_key: row.keyId,
  };
}

/** Reads the order; with `lock` its row stays as it is until the transaction ends. Null when there is none. */
export async function readPaymentOrder(
  id: string,
  { tx, lock = false }: { readonly tx?: Transaction; readonly lock?: boolean } = {},
): Promise<PaymentOrder | null> {
  const row = tx && lock ? await lockDisbursementRow(id, tx) : await findTimedDisbursement(id, tx);
  if (!row) return null;
  const approvals = await findSignedApprovals(id, row.approvalRound, tx);
  const snapshot = await findSnapshot(id, row.approvalRound, tx);
  return {
    id,
    projectId: row.projectId,
    partnerId: row.partnerId,
    livemode: row.livemode,
    status: row.status,
    amountPence: row.amountPence,
    payee: openPayee(row),
    releasedBy: row.releasedBy,
    snapshotSha256: row.snapshotSha256,
    evidence: snapshot,
    approvals: {
      approve: toSigned(approvals.find(({ act }) => act === 'approve')),
      release: toSigned(approvals.find(({ act }) => act === 'release')),
    },
  };
}
