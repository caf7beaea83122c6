// Payment links and the tries to pay them. The paths of the API are prepared statements of one row or one page each.
import { keysetList, lookUp, statement, type Transaction } from '@/lib/db';
import type { AttemptStatus, FailureCode, PaymentLinkStatus } from './state';

export interface PaymentLinkRow {
  id: string;
  projectId: string;
  livemode: boolean;
  status: PaymentLinkStatus;
  amountPence: number;
  reference: string;
  description: string | null;
  payerName: string | null;
  payerEmail: string | null;
  applicationId: string | null;
  returnUrl: string | null;
  expiresInDays: number;
  metadata: Record<string, string> | null;
  linkNonce: Buffer;
  failureCode: FailureCode | null;
  paidAttemptId: string | null;
  refundDuePence: number;
  createdAt: Date;
  updatedAt: Date;
  /** Null once it can be paid no more. */
  expiresAt: Date | null;
}

const columns = `
  l.id, l.project_id AS "projectId", l.livemode, l.status, l.amount_pence AS "amountPence", l.reference,
  l.description, l.payer_name AS "payerName", l.payer_email AS "payerEmail", l.application_id AS "applicationId",
  l.return_url AS "returnUrl", l.expires_in_days AS "expiresInDays", l.metadata, l.link_nonce AS "linkNonce",
  l.failure_code AS "failureCode", l.paid_attempt_id AS "paidAttemptId", l.refund_due_pence AS "refundDuePence",
  l.created_at AS "createdAt", l.updated_at AS "updatedAt", l.expires_at AS "expiresAt"`;

// Create

const insert = statement<never, unknown[]>(
  'payment_link_insert',
  `INSERT INTO payment_links (id, project_id, livemode, amount_pence, reference, description, payer_name, payer_email,
     application_id, return_url, expires_in_days, metadata, link_nonce, created_at, updated_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb, $13, $14, $14, $15)`,
);

export async function insertPaymentLink(row: PaymentLinkRow, tx: Transaction): Promise<void> {
  await insert.run(
    [row.id, row.projectId, row.livemode, row.amountPence, row.reference, row.description, row.payerName,
     row.payerEmail, row.applicationId, row.returnUrl, row.expiresInDays,
     row.metadata && JSON.stringify(row.metadata), row.linkNonce, row.createdAt, row.expiresAt],
    tx,
  ); // prettier-ignore
}

// Read

const find = lookUp<PaymentLinkRow, [string, string]>(
  'payment_link_find',
  `SELECT ${columns} FROM payment_links l WHERE l.id = $1 AND l.project_id = $2`,
);

export function findPaymentLink(projectId: string, id: string): Promise<PaymentLinkRow | null> {
  return find.first([id, projectId]);
}

/** A project's list, newest first. */
export const pages = keysetList<PaymentLinkRow, 'reference' | 'status'>({
  name: 'payment_link',
  columns,
  from: 'payment_links l',
  alias: 'l',
  filters: { reference: 'text', status: 'payment_link_status' },
});

/** A link with what its project adds: who asks for the money, and how far its business time is ahead. */
export type HostedRow = PaymentLinkRow & { payeeName: string; clockOffsetSeconds: number };

const hostedColumns = `${columns}, a.name AS "payeeName", p.clock_offset_seconds AS "clockOffsetSeconds"`;
const hostedTables =
  'payment_links l JOIN projects p ON p.id = l.project_id JOIN partners a ON a.id = p.partner_id';

const findHosted = lookUp<HostedRow, [string]>(
  'payment_link_find_hosted',
  `SELECT ${hostedColumns} FROM ${hostedTables} WHERE l.id = $1`,
);
const lockHosted = statement<HostedRow, [string]>(
  'payment_link_lock_hosted',
  `SELECT ${hostedColumns} FROM ${hostedTables} WHERE l.id = $1 FOR UPDATE OF l`,
);

/** By id alone: for whoever has shown the link's token, and for jobs. */
export function findHostedLink(id: string): Promise<HostedRow | null> {
  return findHosted.first([id]);
}

export function lockHostedLink(id: string, tx: Transaction): Promise<HostedRow | null> {
  return lockHosted.first([id], tx);
}

// Move

const lock = statement<PaymentLinkRow, [string, string]>(
  'payment_link_lock',
  `SELECT ${columns} FROM payment_links l WHERE l.id = $1 AND l.project_id = $2 FOR UPDATE`,
);

export function lockPaymentLink(
  projectId: string,
  id: string,
  tx: Transaction,
): Promise<PaymentLinkRow | null> {
  return lock.first([id, projectId], tx);
}

const move = statement<never, unknown[]>(
  'payment_link_move',
  `UPDATE payment_links
   SET status = $3, updated_at = $4, expires_at = $5, failure_code = $6, paid_attempt_id = $7
   WHERE id = $1 AND status = $2`,
);

/** Writes `after` over `before`, if that is still what it was. @returns whether it did. */
export async function updatePaymentLink(
  before: PaymentLinkRow,
  after: PaymentLinkRow,
  tx: Transaction,
): Promise<boolean> {
  const changed = await move.run(
    [before.id, before.status, after.status, after.updatedAt, after.expiresAt, after.failureCode, after.paidAttemptId],
    tx,
  ); // prettier-ignore
  return changed === 1;
}

const addRefund = statement<never, [string, number, Date]>(
  'payment_link_add_refund',
  `UPDATE payment_links SET refund_due_pence = refund_due_pence + $2, updated_at = $3 WHERE id = $1`,
);

/** Adds to what has to be sent back (takes away when negative). */
export async function addRefundDue(id: string, pence: number, now: Date, tx: Transaction): Promise<void> {
  await addRefund.run([id, pence, now], tx);
}

// Tries

export interface AttemptRow {
  id: string;
  linkId: string;
  provider: string;
  bankId: string;
  amountPence: number;
  status: AttemptStatus;
  failureCode: FailureCode | null;
  refundDue: boolean;
  createdAt: Date;
}

const attemptColumns = `
  t.id, t.link_id AS "linkId", t.provider, t.bank_id AS "bankId", t.amount_pence AS "amountPence", t.status,
  t.failure_code AS "failureCode", t.refund_due AS "refundDue", t.created_at AS "createdAt"`;

const insertTry = statement<never, [string, string, string, string, number, Date, Date]>(
  'payment_attempt_insert',
  `INSERT INTO payment_attempts (id, link_id, provider, bank_id, amount_pence, created_at, updated_at, next_poll_at)
   VALUES ($1, $2, $3, $4, $5, $6, $6, $7)`,
);

export async function insertAttempt(
  attempt: Pick<AttemptRow, 'id' | 'linkId' | 'provider' | 'bankId' | 'amountPence' | 'createdAt'>,
  nextPollAt: Date,
  tx: Transaction,
): Promise<void> {
  const { id, linkId, provider, bankId, amountPence, createdAt } = attempt;
  await insertTry.run([id, linkId, provider, bankId, amountPence, createdAt, nextPollAt], tx);
}

const findTry = statement<AttemptRow, [string]>(
  'payment_attempt_find',
  `SELECT ${attemptColumns} FROM payment_attempts t WHERE t.id = $1`,
);
const findLive = statement<AttemptRow, [string]>(
  'payment_attempt_find_live',
  `SELECT ${attemptColumns} FROM payment_attempts t WHERE t.link_id = $1 AND t.status = 'authorising'`,
);

export function findAttempt(id: string, tx?: Transaction): Promise<AttemptRow | null> {
  return findTry.first([id], tx);
}

/** The try that is under way. */
export function findLiveAttempt(linkId: string, tx?: Transaction): Promise<AttemptRow | null> {
  return findLive.first([linkId], tx);
}

// What only settles or may still be disputed is the provider's to tell; the poll ends with settlement.
const moveTry = statement<never, unknown[]>(
  'payment_attempt_move',
  `UPDATE payment_attempts
   SET status = $3::payment_attempt_status, failure_code = $4, refund_due = $5, updated_at = $6,
       next_poll_at = CASE WHEN $3::payment_attempt_status = 'succeeded' THEN next_poll_at END
   WHERE id = $1 AND status = $2`,
);

/** Moves a try that is still in `before.status`. @returns whether it did. */
export async function updateAttempt(
  before: AttemptRow,
  after: Pick<AttemptRow, 'status' | 'failureCode' | 'refundDue'>,
  now: Date,
  tx: Transaction,
): Promise<boolean> {
  const changed = await moveTry.run(
    [before.id, before.status, after.status, after.failureCode, after.refundDue, now],
    tx,
  );
  return changed === 1;
}

// Jobs

// The bound by the largest offset serves the index; the project's own offset decides.
const due = statement<{ id: string }, [number]>(
  'payment_link_due',
  `SELECT l.id FROM payment_links l JOIN projects p ON p.id = l.project_id
   WHERE l.status IN ('open', 'failed') AND l.expires_at IS NOT NULL
     AND l.expires_at <= now() + (SELECT make_interval(secs => max(clock_offset_seconds)) FROM projects)
     AND l.expires_at <= now() + make_interval(secs => p.clock_offset_seconds)
   ORDER BY l.expires_at LIMIT $1`,
);

/** Up to `limit` links whose time is over on their project's clock. */
export function findDue(limit: number): Promise<{ id: string }[]> {
  return due.all([limit]);
}

const nextExpiry = statement<{ objectId: string; dueAt: Date }, [string, Date, readonly string[]]>(
  'payment_link_next_expiry',
  `SELECT l.id AS "objectId", l.expires_at AS "dueAt" FROM payment_links l
   WHERE l.project_id = $1 AND l.status IN ('open', 'failed') AND l.expires_at <= $2 AND l.id <> ALL($3::text[])
   ORDER BY l.expires_at, l.id LIMIT 1`,
);

/** The link of a project whose time ends first. */
export function findNextExpiry(
  projectId: string,
  until: Date,
  except: readonly string[],
): Promise<{ objectId: string; dueAt: Date } | null> {
  return nextExpiry.first([projectId, until, except]);
}

const nextLapse = statement<
  { objectId: string; attemptId: string; dueAt: Date },
  [string, Date, readonly string[], number]
>(
  'payment_attempt_next_lapse',
  `SELECT l.id AS "objectId", t.id AS "attemptId", t.created_at + make_interval(secs => $4::float8) AS "dueAt"
   FROM payment_links l JOIN payment_attempts t ON t.link_id = l.id AND t.status = 'authorising'
   WHERE l.project_id = $1 AND l.status = 'authorising' AND t.created_at <= $2::timestamptz - make_interval(secs => $4::float8)
     AND l.id <> ALL($3::text[])
   ORDER BY t.created_at, l.id LIMIT 1`,
);

/** The try of a project that has waited for its payer for `seconds` first. */
export function findNextLapse(
  projectId: string,
  until: Date,
  except: readonly string[],
  seconds: number,
): Promise<{ objectId: string; attemptId: string; dueAt: Date } | null> {
  return nextLapse.first([projectId, until, except, seconds]);
}

export type PolledAttempt = AttemptRow & { livemode: boolean; clockOffsetSeconds: number };

// Taken by moving the next poll ahead: doubling from 30 s to an hour, so that a silent provider is not hammered.
const claimPolls = statement<PolledAttempt, [number]>(
  'payment_attempt_claim_polls',
  `UPDATE payment_attempts t
   SET polls = least(polls + 1, 100), next_poll_at = now() + least(interval '30 s' * (1 << least(polls, 7)), interval '1 h')
   FROM payment_links l JOIN projects p ON p.id = l.project_id
   WHERE l.id = t.link_id AND t.id IN (
     SELECT id FROM payment_attempts WHERE next_poll_at <= now() ORDER BY next_poll_at LIMIT $1 FOR UPDATE SKIP LOCKED)
   RETURNING ${attemptColumns}, l.livemode, p.clock_offset_seconds AS "clockOffsetSeconds"`,
);

const findPolled = statement<PolledAttempt, [string]>(
  'payment_attempt_find_polled',
  `SELECT ${attemptColumns}, l.livemode, p.clock_offset_seconds AS "clockOffsetSeconds"
   FROM payment_attempts t JOIN payment_links l ON l.id = t.link_id JOIN projects p ON p.id = l.project_id
   WHERE t.id = $1`,
);

export function findPolledAttempt(id: string): Promise<PolledAttempt | null> {
  return findPolled.first([id]);
}

/** Takes up to `limit` tries of which the provider has something to tell. */
export function claimDuePolls(limit: number): Promise<PolledAttempt[]> {
  return claimPolls.all([limit]);
}
