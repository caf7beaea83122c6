// Snapshots, signed records and call-backs. Append-only for the product's role.
import { statement, type Transaction } from '@/lib/db';

const insertFrozen = statement<never, [string, number, string, string, Date]>(
  'disbursement_snapshot_insert',
  `INSERT INTO disbursement_snapshots (disbursement_id, round, sha256, evidence, created_at) VALUES ($1, $2, $3, $4, $5)`,
);

export interface SnapshotRow {
  disbursementId: string;
  round: number;
  sha256: string;
  /** Canonical JSON. */
  evidence: string;
  createdAt: Date;
}

export async function insertSnapshot(row: SnapshotRow, tx: Transaction): Promise<void> {
  await insertFrozen.run([row.disbursementId, row.round, row.sha256, row.evidence, row.createdAt], tx);
}

const findFrozen = statement<SnapshotRow, [string, number]>(
  'disbursement_snapshot_find',
  `SELECT disbursement_id AS "disbursementId", round, sha256, evidence, created_at AS "createdAt"
   FROM disbursement_snapshots WHERE disbursement_id = $1 AND round = $2`,
);

export function findSnapshot(
  disbursementId: string,
  round: number,
  tx?: Transaction,
): Promise<SnapshotRow | null> {
  return findFrozen.first([disbursementId, round], tx);
}

export interface ApprovalRow {
  id: string;
  disbursementId: string;
  livemode: boolean;
  round: number;
  act: 'approve' | 'release';
  personId: string;
  amountPence: number;
  payeeHash: Buffer;
  snapshotSha256: string;
  factor: 'totp' | 'passkey' | null;
  proofId: string | null;
  reason: string | null;
  /** Canonical JSON of what was signed. */
  record: string;
  keyId: string;
  signature: Buffer;
  createdAt: Date;
}

const insert = statement<never, unknown[]>(
  'disbursement_approval_insert',
  `INSERT INTO disbursement_approvals (id, disbursement_id, livemode, round, act, person_id, amount_pence, payee_hash,
     snapshot_sha256, factor, proof_id, reason, record, key_id, signature, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
);

export async function insertApproval(row: ApprovalRow, tx: Transaction): Promise<void> {
  await insert.run(
    [row.id, row.disbursementId, row.livemode, row.round, row.act, row.personId, row.amountPence, row.payeeHash,
     row.snapshotSha256, row.factor, row.proofId, row.reason, row.record, row.keyId, row.signature, row.createdAt],
    tx,
  ); // prettier-ignore
}

const list = statement<ApprovalRow, [string]>(
  'disbursement_approvals_of',
  `SELECT id, disbursement_id AS "disbursementId", livemode, round, act, person_id AS "personId",
     amount_pence AS "amountPence", payee_hash AS "payeeHash", snapshot_sha256 AS "snapshotSha256", factor,
     proof_id AS "proofId", reason, record, key_id AS "keyId", signature, created_at AS "createdAt"
   FROM disbursement_approvals WHERE disbursement_id = $1 ORDER BY round, act`,
);

/** Every record ever signed for this disbursement, those of void approvals too. */
export function findApprovals(disbursementId: string, tx?: Transaction): Promise<ApprovalRow[]> {
  return list.all([disbursementId], tx);
}

const insertBack = statement<never, unknown[]>(
  'payee_call_back_insert',
  `INSERT INTO payee_call_backs (id, disbursement_id, confirmed, number_source, spoke_to, note, recorded_by, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

export interface CallBackRow {
  id: string;
  disbursementId: string;
  confirmed: boolean;
  numberSource: string;
  /** Encrypted. */
  spokeTo: Buffer;
  note: string;
  recordedBy: string;
  createdAt: Date;
}

export async function insertCallBack(row: CallBackRow, tx: Transaction): Promise<void> {
  await insertBack.run(
    [row.id, row.disbursementId, row.confirmed, row.numberSource, row.spokeTo, row.note, row.recordedBy, row.createdAt],
    tx,
  ); // prettier-ignore
}
