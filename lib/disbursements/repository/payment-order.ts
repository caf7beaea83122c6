// The signed records and the frozen evidence of one round of approval.
import { pool, type Transaction } from '@/lib/db';

export interface ApprovalRow {
  readonly act: 'approve' | 'release';
  readonly record: string;
  readonly keyId: string;
  readonly signature: Buffer;
}

export async function findSignedApprovals(
  id: string,
  round: number,
  tx?: Transaction,
): Promise<ApprovalRow[]> {
  const { rows } = await (tx?.client ?? pool()).query<ApprovalRow>(
    `SELECT act, record, key_id AS "keyId", signature FROM disbursement_approvals
     WHERE disbursement_id = $1 AND round = $2`,
    [id, round],
  );
  return rows;
}

export async function findSnapshot(id: string, round: number, tx?: Transaction): Promise<string | null> {
  const { rows } = await (tx?.client ?? pool()).query<{ evidence: string }>(
    `SELECT evidence FROM disbursement_snapshots WHERE disbursement_id = $1 AND round = $2`,
    [id, round],
  );
  return rows[0]?.evidence ?? null;
}
