// Applications and agreements. The paths of the API are prepared statements of one row or one page each.
import { keysetList, lookUp, statement, type Transaction } from '@/lib/db';
import type { Offer } from '@/lib/decisions';
import type { ApplicationStatus } from './state';

export interface ApplicationRow {
  id: string;
  projectId: string;
  livemode: boolean;
  status: ApplicationStatus;
  companyNumber: string;
  companyName: string | null;
  amountPence: number;
  termMonths: number;
  product: 'business_loan';
  purpose: 'working_capital' | 'asset_finance' | 'expansion' | 'refinance' | 'stock' | null;
  applicantEmail: string | null;
  applicantFirstName: string | null;
  redirectUri: string | null;
  reference: string | null;
  introductionId: string | null;
  metadata: Record<string, string> | null;
  handoffNonce: Buffer;
  monthlyTurnoverPence: number | null;
  pass: 1 | 2;
  decisionId: string | null;
  latestVersion: number;
  refreshPending: boolean;
  acceptedOfferId: string | null;
  /** The latest request for its money. */
  disbursementId: string | null;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date | null;
}

const columns = `
  a.id, a.project_id AS "projectId", a.livemode, a.status, a.company_number AS "companyNumber",
  a.company_name AS "companyName", a.amount_pence AS "amountPence", a.term_months AS "termMonths", a.product,
  a.purpose, a.applicant_email AS "applicantEmail", a.applicant_first_name AS "applicantFirstName",
  a.redirect_uri AS "redirectUri", a.reference, a.introduction_id AS "introductionId", a.metadata,
  a.handoff_nonce AS "handoffNonce", a.monthly_turnover_pence AS "monthlyTurnoverPence", a.pass,
  a.decision_id AS "decisionId", a.latest_version AS "latestVersion", a.refresh_pending AS "refreshPending",
  a.accepted_offer_id AS "acceptedOfferId", a.disbursement_id AS "disbursementId", a.created_at AS "createdAt",
  a.updated_at AS "updatedAt", a.expires_at AS "expiresAt"`;

// Create

const insert = statement<never, unknown[]>(
  'application_insert',
  `INSERT INTO applications (id, project_id, livemode, status, company_number, company_name, amount_pence, term_months,
     product, purpose, applicant_email, applicant_first_name, redirect_uri, reference, introduction_id, metadata,
     handoff_nonce, decision_id, created_at, updated_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16::jsonb, $17, $18, $19, $19, $20)`,
);

export async function insertApplication(row: ApplicationRow, tx: Transaction): Promise<void> {
  await insert.run(
    [row.id, row.projectId, row.livemode, row.status, row.companyNumber, row.companyName, row.amountPence,
     row.termMonths, row.product, row.purpose, row.applicantEmail, row.applicantFirstName, row.redirectUri,
     row.reference, row.introductionId, row.metadata && JSON.stringify(row.metadata), row.handoffNonce,
     row.decisionId, row.createdAt, row.expiresAt],
    tx,
  ); // prettier-ignore
}

// Read

const find = lookUp<ApplicationRow, [string, string]>(
  'application_find',
  `SELECT ${columns} FROM applications a WHERE a.id = $1 AND a.project_id = $2`,
);

export function findApplication(
  projectId: string,
  id: string,
  tx?: Transaction,
): Promise<ApplicationRow | null> {
  return find.first([id, projectId], tx);
}

/** A project's list, newest first. */
export const pages = keysetList<ApplicationRow, 'reference' | 'status'>({
  name: 'application',
  columns,
  from: 'applications a',
  alias: 'a',
  filters: { reference: 'text', status: 'application_status' },
});

/** An application with what its project adds: who sent the applicant, and how far its business time is ahead. */
export type HostedRow = ApplicationRow & { partnerName: string; clockOffsetSeconds: number };

const findHosted = statement<HostedRow, [string]>(
  'application_find_hosted',
  `SELECT ${columns}, t.name AS "partnerName", p.clock_offset_seconds AS "clockOffsetSeconds"
   FROM applications a JOIN projects p ON p.id = a.project_id JOIN partners t ON t.id = p.partner_id WHERE a.id = $1`,
);

/** By id alone: for whoever has shown the application's token. */
export function findHostedApplication(id: string): Promise<HostedRow | null> {
  return findHosted.first([id]);
}

// Move

const lock = statement<ApplicationRow, [string, string]>(
  'application_lock',
  `SELECT ${columns} FROM applications a WHERE a.id = $1 AND a.project_id = $2 FOR UPDATE`,
);
const lockByDecision = statement<ApplicationRow, [string, string]>(
  'application_lock_by_decision',
  `SELECT ${columns} FROM applications a WHERE a.decision_id = $1 AND a.project_id = $2 FOR UPDATE`,
);

/** The application with this id, or with this decision, locked until the transaction ends. */
export function lockApplication(
  projectId: string,
  id: string,
  tx: Transaction,
): Promise<ApplicationRow | null> {
  return (id.startsWith('dec_') ? lockByDecision : lock).first([id, projectId], tx);
}

const move = statement<never, unknown[]>(
  'application_move',
  `UPDATE applications
   SET status = $4, updated_at = $5, expires_at = $6, company_name = $7, amount_pence = $8, term_months = $9,
       monthly_turnover_pence = $10, pass = $11, decision_id = $12, latest_version = $13, refresh_pending = $14,
       accepted_offer_id = $15, disbursement_id = $16
   WHERE id = $1 AND status = $2 AND latest_version = $3`,
);

/** Writes `after` over `before`, if that is still what it was. @returns whether it did. */
export async function updateApplication(
  before: ApplicationRow,
  after: ApplicationRow,
  tx: Transaction,
): Promise<boolean> {
  const changed = await move.run(
    [before.id, before.status, before.latestVersion, after.status, after.updatedAt, after.expiresAt, after.companyName,
     after.amountPence, after.termMonths, after.monthlyTurnoverPence, after.pass, after.decisionId, after.latestVersion,
     after.refreshPending, after.acceptedOfferId, after.disbursementId],
    tx,
  ); // prettier-ignore
  return changed === 1;
}

const giveDetails = statement<never, [string, string, string, Date]>(
  'application_give_details',
  `UPDATE applications SET applicant_first_name = $2, applicant_email = $3, updated_at = $4
   WHERE id = $1 AND status = 'created'`,
);

/** Writes the applicant's details over those of an application that is not submitted yet. */
export async function updateApplicant(
  id: string,
  { firstName, email }: { readonly firstName: string; readonly email: string },
  now: Date,
  tx: Transaction,
): Promise<void> {
  await giveDetails.run([id, firstName, email, now], tx);
}

// Agreements

export interface NewAgreement {
  readonly applicationId: string;
  readonly offerId: string;
  readonly terms: object;
  readonly text: string;
  readonly textSha256: string;
  readonly acceptedByName: string;
  readonly acceptedByEmail: string;
  readonly acceptedVia: 'api' | 'hosted';
  readonly acceptedAt: Date;
}

export async function insertAgreement(agreement: NewAgreement, tx: Transaction): Promise<void> {
  await tx.prisma.agreement.create({ data: agreement });
}

export interface AgreementRow {
  readonly terms: Offer;
  readonly text: string;
  readonly textSha256: string;
  readonly acceptedByName: string;
  readonly acceptedAt: Date;
}

const agreement = statement<AgreementRow, [string]>(
  'agreement_find',
  `SELECT terms, text, text_sha256 AS "textSha256", accepted_by_name AS "acceptedByName", accepted_at AS "acceptedAt"
   FROM agreements WHERE application_id = $1`,
);

/** What the applicant agreed to; null before that. */
export function findAgreement(applicationId: string): Promise<AgreementRow | null> {
  return agreement.first([applicationId]);
}

// Jobs

/** An application as a job sees it: with the offset of its project's business time. */
export type JobRow = ApplicationRow & { clockOffsetSeconds: number };

const findForJob = statement<JobRow, [string]>(
  'application_find_for_job',
  `SELECT ${columns}, p.clock_offset_seconds AS "clockOffsetSeconds"
   FROM applications a JOIN projects p ON p.id = a.project_id WHERE a.id = $1`,
);

export function findApplicationForJob(id: string): Promise<JobRow | null> {
  return findForJob.first([id]);
}

// The bound by the largest offset serves the index; the project's own offset decides.
const due = statement<{ id: string; projectId: string; clockOffsetSeconds: number }, [number]>(
  'application_due',
  `SELECT a.id, a.project_id AS "projectId", p.clock_offset_seconds AS "clockOffsetSeconds"
   FROM applications a JOIN projects p ON p.id = a.project_id
   WHERE a.status IN ('created', 'approved', 'accepted') AND a.expires_at IS NOT NULL
     AND a.expires_at <= now() + (SELECT make_interval(secs => max(clock_offset_seconds)) FROM projects)
     AND a.expires_at <= now() + make_interval(secs => p.clock_offset_seconds)
   ORDER BY a.expires_at LIMIT $1`,
);

/** Up to `limit` applications whose time is over on their project's clock. */
export function findDue(
  limit: number,
): Promise<{ id: string; projectId: string; clockOffsetSeconds: number }[]> {
  return due.all([limit]);
}

const nextExpiry = statement<{ objectId: string; dueAt: Date }, [string, Date, readonly string[]]>(
  'application_next_expiry',
  `SELECT a.id AS "objectId", a.expires_at AS "dueAt" FROM applications a
   WHERE a.project_id = $1 AND a.status IN ('created', 'approved', 'accepted') AND a.expires_at <= $2
     AND a.id <> ALL($3::text[])
   ORDER BY a.expires_at, a.id LIMIT 1`,
);

/** The application of a project whose time ends first. */
export function findNextExpiry(
  projectId: string,
  until: Date,
  except: readonly string[],
): Promise<{ objectId: string; dueAt: Date } | null> {
  return nextExpiry.first([projectId, until, except]);
}

export interface QueuedReview {
  readonly applicationId: string;
  readonly decisionId: string;
  readonly version: number;
  /** Real time. */
  readonly runAt: Date;
  /** Whether it waits for the bureau, and hence on business time. */
  readonly waits: boolean;
}

const queued = statement<QueuedReview, [string]>(
  'application_queued_reviews',
  `SELECT a.id AS "applicationId", a.decision_id AS "decisionId", a.latest_version + 1 AS version, j.run_at AS "runAt",
          j.key LIKE '%:wait' AS waits
   FROM applications a JOIN graphile_worker.jobs j
     ON j.key IN ('review:' || a.id || ':' || a.latest_version + 1, 'review:' || a.id || ':' || a.latest_version + 1 || ':wait')
   WHERE a.project_id = $1 AND a.status IN ('submitted', 'in_review') AND j.attempts < j.max_attempts
   ORDER BY j.run_at, a.id`,
);

/** The reviews of a project that are on the queue, first the one that runs first. */
export function findQueuedReviews(projectId: string, tx?: Transaction): Promise<QueuedReview[]> {
  return queued.all([projectId], tx);
}

const orphaned = statement<{ id: string; version: number }, [number]>(
  'application_orphaned_reviews',
  `SELECT a.id, a.latest_version + 1 AS version FROM applications a
   WHERE a.status IN ('submitted', 'in_review') AND NOT EXISTS (
     SELECT FROM graphile_worker.jobs j
     WHERE j.attempts < j.max_attempts
       AND j.key IN ('review:' || a.id || ':' || a.latest_version + 1, 'review:' || a.id || ':' || a.latest_version + 1 || ':wait'))
   LIMIT $1`,
);

/** Up to `limit` applications under review for which no job is waiting or running. */
export function findOrphanedReviews(limit: number): Promise<{ id: string; version: number }[]> {
  return orphaned.all([limit]);
}
