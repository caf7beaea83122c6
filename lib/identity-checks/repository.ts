// Identity checks and their subjects. The paths of the API are prepared statements of one row or one page each.
import { keysetList, lookUp, statement, type Transaction } from '@/lib/db';
import type { Finding } from '@/lib/providers';
import type { IdentityCheckStatus, IdentityCheckType } from './state';

export interface IdentityCheckRow {
  id: string;
  projectId: string;
  livemode: boolean;
  type: IdentityCheckType;
  status: IdentityCheckStatus;
  applicationId: string | null;
  subjectId: string | null;
  personalEncrypted: Buffer | null;
  /** Of the subject, encrypted; null once it is erased. */
  dataKey: Buffer | null;
  companyNumber: string | null;
  businessName: string | null;
  findings: readonly Finding[];
  reference: string | null;
  metadata: Record<string, string> | null;
  createdAt: Date;
  updatedAt: Date;
}

const columns = `
  c.id, c.project_id AS "projectId", c.livemode, c.type, c.status, c.application_id AS "applicationId",
  c.subject_id AS "subjectId", c.personal_encrypted AS "personalEncrypted", s.data_key_encrypted AS "dataKey",
  c.company_number AS "companyNumber", c.business_name AS "businessName", c.findings, c.reference, c.metadata,
  c.created_at AS "createdAt", c.updated_at AS "updatedAt"`;
const tables = 'identity_checks c LEFT JOIN identity_subjects s ON s.id = c.subject_id';

// Create

const insert = statement<never, unknown[]>(
  'identity_check_insert',
  `INSERT INTO identity_checks (id, project_id, livemode, type, status, application_id, subject_id, personal_encrypted,
     company_number, business_name, findings, reference, metadata, created_at, updated_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12, $13::jsonb, $14, $14)`,
);

export async function insertCheck(row: IdentityCheckRow, tx: Transaction): Promise<void> {
  await insert.run(
    [row.id, row.projectId, row.livemode, row.type, row.status, row.applicationId, row.subjectId,
     row.personalEncrypted, row.companyNumber, row.businessName, JSON.stringify(row.findings), row.reference,
     row.metadata && JSON.stringify(row.metadata), row.createdAt],
    tx,
  ); // prettier-ignore
}

export interface SubjectRow {
  readonly id: string;
  readonly dataKey: Buffer;
}

// The update changes nothing: it locks the row, so that nobody erases the person while a check is added.
const keepSubject = statement<SubjectRow, [string, string, Buffer, Buffer, Date]>(
  'identity_subject_keep',
  `INSERT INTO identity_subjects (id, project_id, fingerprint, data_key_encrypted, created_at)
   VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (project_id, fingerprint) DO UPDATE SET fingerprint = EXCLUDED.fingerprint
   RETURNING id, data_key_encrypted AS "dataKey"`,
);

/** The project's subject with this fingerprint: the one it knows, otherwise the new one. */
export async function insertOrFindSubject(
  subject: SubjectRow & { projectId: string; fingerprint: Buffer; createdAt: Date },
  tx: Transaction,
): Promise<SubjectRow> {
  const { id, projectId, fingerprint, dataKey, createdAt } = subject;
  return (await keepSubject.first([id, projectId, fingerprint, dataKey, createdAt], tx)) as SubjectRow;
}

// Read

const find = lookUp<IdentityCheckRow, [string, string]>(
  'identity_check_find',
  `SELECT ${columns} FROM ${tables} WHERE c.id = $1 AND c.project_id = $2`,
);

export function findCheck(projectId: string, id: string): Promise<IdentityCheckRow | null> {
  return find.first([id, projectId]);
}

/** A project's list, newest first. */
export const pages = keysetList<IdentityCheckRow, 'reference' | 'status'>({
  name: 'identity_check',
  columns,
  from: tables,
  alias: 'c',
  filters: { reference: 'text', status: 'identity_check_status' },
});

// Move

const lock = statement<IdentityCheckRow, [string, string]>(
  'identity_check_lock',
  `SELECT ${columns} FROM ${tables} WHERE c.id = $1 AND c.project_id = $2 FOR UPDATE OF c`,
);

/** The check, locked until the transaction ends. */
export function lockCheck(projectId: string, id: string, tx: Transaction): Promise<IdentityCheckRow | null> {
  return lock.first([id, projectId], tx);
}

const move = statement<never, [string, string, string, string, Date]>(
  'identity_check_move',
  'UPDATE identity_checks SET status = $3, findings = $4::jsonb, updated_at = $5 WHERE id = $1 AND status = $2',
);

/** Writes `after` over `before`, if that is still what it was. @returns whether it did. */
export async function updateCheck(
  before: IdentityCheckRow,
  after: IdentityCheckRow,
  tx: Transaction,
): Promise<boolean> {
  const findings = JSON.stringify(after.findings);
  return (await move.run([before.id, before.status, after.status, findings, after.updatedAt], tx)) === 1;
}

// Erase

export interface ErasableSubject {
  readonly id: string;
  readonly projectId: string;
  readonly erasedAt: Date | null;
  readonly clockOffsetSeconds: number;
}

/** The subject of this check, locked until the transaction ends: no check can be added to it meanwhile. */
export async function lockSubjectOf(checkId: string, tx: Transaction): Promise<ErasableSubject | null> {
  const [subject] = await tx.prisma.$queryRaw<ErasableSubject[]>`
    SELECT s.id, s.project_id AS "projectId", s.erased_at AS "erasedAt", p.clock_offset_seconds AS "clockOffsetSeconds"
    FROM identity_checks c JOIN identity_subjects s ON s.id = c.subject_id JOIN projects p ON p.id = s.project_id
    WHERE c.id = ${checkId} FOR UPDATE OF s`;
  return subject ?? null;
}

export async function findChecksOf(subjectId: string, tx: Transaction): Promise<string[]> {
  const rows = await tx.prisma.identityCheck.findMany({ where: { subjectId }, select: { id: true }, orderBy: { id: 'asc' } }); // prettier-ignore
  return rows.map(({ id }) => id);
}

/** Erases the key, and what would find the person again. @returns whether it was there. */
export async function eraseKey(subjectId: string, erasedAt: Date, tx: Transaction): Promise<boolean> {
  const { count } = await tx.prisma.identitySubject.updateMany({
    where: { id: subjectId, erasedAt: null },
    data: { dataKeyEncrypted: null, fingerprint: null, erasedAt },
  });
  return count === 1;
}

// Jobs

/** A check as a job sees it: with the offset of its project's business time. */
export type JobRow = IdentityCheckRow & { clockOffsetSeconds: number };

const findForJob = statement<JobRow, [string]>(
  'identity_check_find_for_job',
  `SELECT ${columns}, p.clock_offset_seconds AS "clockOffsetSeconds"
   FROM ${tables} JOIN projects p ON p.id = c.project_id WHERE c.id = $1`,
);

export function findCheckForJob(id: string): Promise<JobRow | null> {
  return findForJob.first([id]);
}

const waiting = statement<{ checkId: string; runAt: Date }, [string]>(
  'identity_check_waiting',
  `SELECT c.id AS "checkId", j.run_at AS "runAt"
   FROM identity_checks c JOIN graphile_worker.jobs j ON j.key IN ('identity:' || c.id, 'identity:' || c.id || ':wait')
   WHERE c.project_id = $1 AND c.status = 'pending' AND j.key LIKE '%:wait' AND j.attempts < j.max_attempts
   ORDER BY j.run_at, c.id`,
);

/** The checks of a project whose provider is to be asked again later, first the first. `runAt`: real time. */
export function findWaitingChecks(
  projectId: string,
  tx?: Transaction,
): Promise<{ checkId: string; runAt: Date }[]> {
  return waiting.all([projectId], tx);
}

const orphaned = statement<{ id: string }, [number]>(
  'identity_check_orphaned',
  `SELECT c.id FROM identity_checks c
   WHERE c.status = 'pending' AND NOT EXISTS (
     SELECT FROM graphile_worker.jobs j
     WHERE j.attempts < j.max_attempts AND j.key IN ('identity:' || c.id, 'identity:' || c.id || ':wait'))
   LIMIT $1`,
);

/** Up to `limit` pending checks for which no job is waiting or running. */
export async function findOrphanedChecks(limit: number): Promise<string[]> {
  return (await orphaned.all([limit])).map(({ id }) => id);
}
