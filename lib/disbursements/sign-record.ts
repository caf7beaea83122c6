// Writes down what an officer said, signed with a key that the database does not hold.
import canonicalize from 'canonicalize';
import { newId } from '@/lib/core/ids';
import { signApproval, type SignedApproval } from '@/lib/approvals';
import type { Transaction } from '@/lib/db';
import { insertApproval, type ApprovalRow } from './repository/approvals';
import type { DisbursementRow } from './repository/disbursements';

export interface Said {
  readonly act: 'approve' | 'release';
  readonly round: number;
  readonly personId: string;
  readonly snapshotSha256: string;
  /** The step-up proof that the act consumed. */
  readonly proof: { readonly id: string; readonly method: 'totp' | 'passkey' } | null;
  readonly reason?: string | undefined;
  /** Business time. */
  readonly at: Date;
}

export async function writeSignedRecord(row: DisbursementRow, said: Said, tx: Transaction): Promise<void> {
  const { record, signature, public_key } = signApproval({
    act: said.act,
    disbursement_id: row.id,
    livemode: row.livemode,
    amount_pence: row.amountPence,
    payee_sha256: row.payeeHash.toString('hex'),
    snapshot_sha256: said.snapshotSha256,
    person_id: said.personId,
    at: said.at.toISOString(),
    factor: said.proof?.method ?? (row.livemode ? 'none' : 'sandbox'),
    proof_id: said.proof?.id ?? null,
  });
  await insertApproval(
    {
      id: newId('apv'),
      disbursementId: row.id,
      livemode: row.livemode,
      round: said.round,
      act: said.act,
      personId: said.personId,
      amountPence: row.amountPence,
      payeeHash: row.payeeHash,
      snapshotSha256: said.snapshotSha256,
      factor: said.proof?.method ?? null,
      proofId: said.proof?.id ?? null,
      reason: said.reason ?? null,
      record: canonicalize(record) as string,
      keyId: public_key,
      signature: Buffer.from(signature, 'base64url'),
      createdAt: said.at,
    },
    tx,
  );
}

/** A stored record in the form that lib/approvals verifies. */
export function signedApprovalOf({ record, signature, keyId }: ApprovalRow): SignedApproval {
  return {
    record: JSON.parse(record) as SignedApproval['record'],
    signature: signature.toString('base64url'),
    public_key: keyId,
  };
}
