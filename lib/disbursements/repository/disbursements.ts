// Disbursements. The paths of the API are prepared statements of one row or one page each.
import { keysetList, statement, type Transaction } from '@/lib/db';
import type { DisbursementStatus, PayeeCheck } from '../state';

export interface DisbursementRow {
  id: string;
  projectId: string;
  partnerId: string;
  livemode: boolean;
  applicationId: string;
  offerId: string;
  status: DisbursementStatus;
  /** Counts changes. */
  version: number;
  amountPence: number;
  payeeEncrypted: Buffer;
  payeeAccountHint: string;
  payeeHash: Buffer;
  payeeFingerprint: Buffer;
  payeeCheck: PayeeCheck;
  payeeNameAtBank: Buffer | null;
  payeeCheckedAt: Date | null;
  reference: string | null;
  metadata: Record<string, string> | null;
  /** Counts approvals, the void ones too. */
  approvalRound: number;
  snapshotSha256: string | null;
  approvedBy: string | null;
  approvedAt: Date | null;
  approvalExpiresAt: Date | null;
  releasedBy: string | null;
  releasedAt: Date | null;
  /** `YYYY-MM-DD`, in the United Kingdom. */
  releaseDay: string | null;
  sentAt: Date | null;
  settledAt: Date | null;
  returnedAt: Date | null;
  reasonCode: string | null;
  internalNote: string | null;
  partnerNote: string | null;
  failureCode: string | null;
  returnCode: string | null;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date | null;
}

export const columns = `
  d.id, d.project_id AS "projectId", d.partner_id AS "partnerId", d.livemode, d.application_id AS "applicationId",
  d.offer_id AS "offerId", d.status, d.version, d.amount_pence AS "amountPence", d.payee_encrypted AS "payeeEncrypted",
  d.payee_account_hint AS "payeeAccountHint", d.payee_hash AS "payeeHash", d.payee_fingerprint AS "payeeFingerprint",
  d.payee_check AS "payeeCheck", d.payee_name_at_bank AS "payeeNameAtBank", d.payee_checked_at AS "payeeCheckedAt",
  d.reference, d.metadata, d.approval_round AS "approvalRound", d.snapshot_sha256 AS "snapshotSha256",
  d.approved_by AS "approvedBy", d.approved_at AS "approvedAt", d.approval_expires_at AS "approvalExpiresAt",
  d.released_by AS "releasedBy", d.released_at AS "releasedAt", d.release_day::text AS "releaseDay",
  d.sent_at AS "sentAt", d.settled_at AS "settledAt", d.returned_at AS "returnedAt", d.reason_code AS "reasonCode",
  d.internal_note AS "internalNote", d.partner_note AS "partnerNote", d.failure_code AS "failureCode",
  d.return_code AS "returnCode", d.created_at AS "createdAt", d.updated_at AS "updatedAt", d.expires_at AS "expiresAt"`;

// Create

export const liveIndex = 'disbursements_live';

const insert = statement<never, unknown[]>(
  'disbursement_insert',
  `INSERT INTO disbursements (id, project_id, partner_id, livemode, application_id, offer_id, amount_pence,
     payee_encrypted, payee_account_hint, payee_hash, payee_fingerprint, reference, metadata, created_at, updated_at,
     expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::jsonb, $14, $14, $15)`,
);

export async function insertDisbursement(row: DisbursementRow, tx: Transaction): Promise<void> {
  await insert.run(
    [row.id, row.projectId, row.partnerId, row.livemode, row.applicationId, row.offerId, row.amountPence,
     row.payeeEncrypted, row.payeeAccountHint, row.payeeHash, row.payeeFingerprint, row.reference,
     row.metadata && JSON.stringify(row.metadata), row.createdAt, row.expiresAt],
    tx,
  ); // prettier-ignore
}

// Read

const find = statement<DisbursementRow, [string, string]>(
  'disbursement_find',
  `SELECT ${columns} FROM disbursements d WHERE d.id = $1 AND d.project_id = $2`,
);

export function findDisbursement(projectId: string, id: string): Promise<DisbursementRow | null> {
  return find.first([id, projectId]);
}

const findLive = statement<DisbursementRow, [string]>(
  'disbursement_find_live',
  `SELECT ${columns} FROM disbursements d
   WHERE d.application_id = $1 AND d.status NOT IN ('rejected', 'cancelled', 'expired', 'failed', 'returned')`,
);

/** The one request that blocks another for this application. */
export function findLiveDisbursement(
  applicationId: string,
  tx: Transaction,
): Promise<DisbursementRow | null> {
  return findLive.first([applicationId], tx);
}

/** A project's disbursements, newest first. */
export const pages = keysetList<DisbursementRow, 'reference' | 'status'>({
  name: 'disbursement',
  columns,
  from: 'disbursements d',
  alias: 'd',
  filters: { reference: 'text', status: 'disbursement_status' },
});

// Move

/** With the offset of its project's business time. */
export type TimedRow = DisbursementRow & { clockOffsetSeconds: number };

const timedTables = 'disbursements d JOIN projects p ON p.id = d.project_id';
const timedColumns = `${columns}, p.clock_offset_seconds AS "clockOffsetSeconds"`;

const findTimed = statement<TimedRow, [string]>(
  'disbursement_find_timed',
  `SELECT ${timedColumns} FROM ${timedTables} WHERE d.id = $1`,
);
const lockTimed = statement<TimedRow, [string]>(
  'disbursement_lock',
  `SELECT ${timedColumns} FROM ${timedTables} WHERE d.id = $1 FOR UPDATE OF d`,
);

/** By id alone: for jobs, and for staff, who see every project. */
export function findTimedDisbursement(id: string, tx?: Transaction): Promise<TimedRow | null> {
  return findTimed.first([id], tx);
}

/** Locked until the transaction ends. Its application is locked before it, always. */
export function lockDisbursementRow(id: string, tx: Transaction): Promise<TimedRow | null> {
  return lockTimed.first([id], tx);
}

const move = statement<never, unknown[]>(
  'disbursement_move',
  `UPDATE disbursements
   SET status = $3, version = version + 1, payee_check = $4, payee_name_at_bank = $5, payee_checked_at = $6,
       approval_round = $7, snapshot_sha256 = $8, approved_by = $9, approved_at = $10, approval_expires_at = $11,
       released_by = $12, released_at = $13, release_day = $14, sent_at = $15, settled_at = $16, returned_at = $17,
       reason_code = $18, internal_note = $19, partner_note = $20, failure_code = $21, return_code = $22,
       updated_at = $23, expires_at = $24
   WHERE id = $1 AND version = $2`,
);

/** Writes `after` over `before`, if that is still what it was. @returns whether it did. */
export async function updateDisbursement(
  before: DisbursementRow,
  after: DisbursementRow,
  tx: Transaction,
): Promise<boolean> {
  const changed = await move.run(
    [before.id, before.version, after.status, after.payeeCheck, after.payeeNameAtBank, after.payeeCheckedAt,
     after.approvalRound, after.snapshotSha256, after.approvedBy, after.approvedAt, after.approvalExpiresAt,
     after.releasedBy, after.releasedAt, after.releaseDay, after.sentAt, after.settledAt, after.returnedAt,
     after.reasonCode, after.internalNote, after.partnerNote, after.failureCode, after.returnCode, after.updatedAt,
     after.expiresAt],
    tx,
  ); // prettier-ignore
  return changed === 1;
}

// Jobs

// The bound by the largest offset serves the index; the project's own offset decides.
const dueStatement = (name: string, column: string, condition: string) =>
  statement<{ id: string }, [number]>(
    name,
    `SELECT d.id FROM ${timedTables}
     WHERE ${condition} AND d.${column} <= now() + (SELECT make_interval(secs => max(clock_offset_seconds)) FROM projects)
       AND d.${column} <= now() + make_interval(secs => p.clock_offset_seconds)
     ORDER BY d.${column} LIMIT $1`,
  );

const expiring = dueStatement('disbursement_expiring', 'expires_at', `d.status IN ('requested', 'approved', 'on_hold')`); // prettier-ignore
const lapsing = dueStatement('disbursement_lapsing', 'approval_expires_at', `d.status = 'approved'`);

/** Up to `limit` requests whose time is over on their project's clock. */
export const findExpiring = (limit: number) => expiring.all([limit]);
/** Up to `limit` approvals whose time is over on their project's clock. */
export const findLapsing = (limit: number) => lapsing.all([limit]);

const nextEnd = statement<
  { objectId: string; applicationId: string; dueAt: Date },
  [string, Date, readonly string[]]
>(
  'disbursement_next_end',
  `SELECT d.id AS "objectId", d.application_id AS "applicationId",
          least(d.expires_at, CASE WHEN d.status = 'approved' THEN d.approval_expires_at END) AS "dueAt"
   FROM disbursements d
   WHERE d.project_id = $1 AND d.status IN ('requested', 'approved', 'on_hold') AND d.id <> ALL($3::text[])
     AND least(d.expires_at, CASE WHEN d.status = 'approved' THEN d.approval_expires_at END) <= $2
   ORDER BY "dueAt", d.id LIMIT 1`,
);

/** The request of a project that ends, or whose approval lapses, first. */
export function findNextEnd(
  projectId: string,
  until: Date,
  except: readonly string[],
): Promise<{ objectId: string; applicationId: string; dueAt: Date } | null> {
  return nextEnd.first([projectId, until, except]);
}

const orphaned = statement<{ id: string }, [number]>(
  'disbursement_orphaned_checks',
  `SELECT d.id FROM disbursements d
   WHERE d.payee_check = 'pending' AND d.status IN ('requested', 'on_hold') AND NOT EXISTS (
     SELECT FROM graphile_worker.jobs j WHERE j.attempts < j.max_attempts AND j.key = 'payee:' || d.id)
   LIMIT $1`,
);

/** Up to `limit` requests whose payee nobody is asking about. */
export const findOrphanedChecks = (limit: number) => orphaned.all([limit]);
