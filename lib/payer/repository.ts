// Bank instructions, and what the payer asks of the tables around them.
import { pool, type Transaction } from '@/lib/db';

export type InstructionState =
  'waiting' | 'claimed' | 'sending' | 'unknown' | 'accepted' | 'refused' | 'settled' | 'returned';

export interface InstructionRow {
  readonly id: string;
  readonly disbursementId: string;
  readonly livemode: boolean;
  readonly rail: string;
  readonly bankReference: string;
  readonly amountPence: number;
  readonly payeeSha256: string;
  readonly state: InstructionState;
  readonly claimedAt: Date | null;
  readonly claims: number;
  readonly sentAt: Date | null;
  readonly answer: string | null;
  readonly asks: number;
  readonly concludedAt: Date | null;
}

const columns = `id, disbursement_id AS "disbursementId", livemode, rail, bank_reference AS "bankReference",
  amount_pence AS "amountPence", payee_sha256 AS "payeeSha256", state, claimed_at AS "claimedAt", claims,
  sent_at AS "sentAt", answer, asks, concluded_at AS "concludedAt"`;

const on = (tx?: Transaction) => tx?.client ?? pool();

// Claim and send

export interface NewClaim {
  readonly id: string;
  readonly disbursementId: string;
  readonly livemode: boolean;
  readonly rail: string;
  readonly bankReference: string;
  readonly amountPence: number;
  readonly payeeSha256: string;
  readonly claimToken: string;
}

/** Claims the instruction of a disbursement, the first time by making it. @returns its id; null when it is not free. */
export async function claimInstruction(claim: NewClaim, tx: Transaction): Promise<string | null> {
  const { rows } = await tx.client.query<{ id: string }>(
    `INSERT INTO bank_instructions AS i (id, disbursement_id, livemode, rail, bank_reference, amount_pence, payee_sha256,
       claim_token, claimed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp())
     ON CONFLICT (disbursement_id) DO UPDATE
       SET state = 'claimed', claim_token = EXCLUDED.claim_token, claimed_at = clock_timestamp(), claims = i.claims + 1
       WHERE i.state = 'waiting' AND i.amount_pence = EXCLUDED.amount_pence AND i.payee_sha256 = EXCLUDED.payee_sha256
         AND i.rail = EXCLUDED.rail
     RETURNING i.id`,
    [claim.id, claim.disbursementId, claim.livemode, claim.rail, claim.bankReference, claim.amountPence,
     claim.payeeSha256, claim.claimToken],
  ); // prettier-ignore
  return rows[0]?.id ?? null;
}

/**
 * The last look before the call, and the mark that from now on the bank may have the payment: one statement, so that
 * nothing comes between. False when the claim is too old or taken over, money-out was stopped, or the release is gone.
 */
export async function markSending(id: string, claimToken: string, claimMs: number): Promise<boolean> {
  const { rowCount } = await pool().query(
    `UPDATE bank_instructions i SET state = 'sending', sent_at = clock_timestamp(), claim_token = NULL
     FROM disbursements d
     WHERE i.id = $1 AND i.claim_token = $2 AND i.state = 'claimed'
       AND i.claimed_at > clock_timestamp() - make_interval(secs => $3)
       AND d.id = i.disbursement_id AND d.status IN ('released', 'unknown')
       AND NOT (i.livemode AND EXISTS (
         SELECT FROM money_out_stops s WHERE s.started_at IS NULL AND (s.partner_id IS NULL OR s.partner_id = d.partner_id)))`,
    [id, claimToken, claimMs / 1_000],
  );
  return rowCount === 1;
}

/** Gives one claim back, or with no token every claim that is older than `claimMs`. @returns how many. */
export async function giveBackClaims(claimMs: number, claimToken: string | null): Promise<number> {
  const { rowCount } = await pool().query(
    `UPDATE bank_instructions SET state = 'waiting', claim_token = NULL, claimed_at = NULL
     WHERE state = 'claimed' AND (claim_token = $2 OR claimed_at <= clock_timestamp() - make_interval(secs => $1))`,
    [claimMs / 1_000, claimToken],
  );
  return rowCount ?? 0;
}

/** Moves an instruction that is in one of these states; false when it is not. */
export async function moveInstruction(
  id: string,
  from: readonly InstructionState[],
  to: InstructionState,
  answer: string,
  tx: Transaction,
): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `UPDATE bank_instructions SET state = $3, answer = $4,
       sent_at = CASE WHEN $3 = 'waiting'::bank_instruction_state THEN NULL ELSE sent_at END,
       concluded_at = CASE WHEN $3 IN ('accepted', 'refused', 'settled', 'returned') THEN clock_timestamp() END
     WHERE id = $1 AND state = ANY ($2::bank_instruction_state[])`,
    [id, from, to, answer],
  );
  return rowCount === 1;
}

export async function countAsk(id: string): Promise<void> {
  await pool().query('UPDATE bank_instructions SET asks = asks + 1 WHERE id = $1', [id]);
}

export async function findInstruction(
  by: { readonly disbursementId: string } | { readonly bankReference: string },
): Promise<InstructionRow | null> {
  const [column, value] =
    'bankReference' in by ? ['bank_reference', by.bankReference] : ['disbursement_id', by.disbursementId];
  const { rows } = await pool().query<InstructionRow>(
    `SELECT ${columns} FROM bank_instructions WHERE ${column} = $1`,
    [value],
  );
  return rows[0] ?? null;
}

/** Instructions that the bank may have and of which no answer is known: silent ones, and those whose sender is gone. */
export async function findUnanswered(staleMs: number): Promise<InstructionRow[]> {
  const { rows } = await pool().query<InstructionRow>(
    `SELECT ${columns} FROM bank_instructions
     WHERE state = 'unknown' OR (state = 'sending' AND sent_at <= clock_timestamp() - make_interval(secs => $1))
     ORDER BY sent_at LIMIT 200`,
    [staleMs / 1_000],
  );
  return rows;
}

/** Milliseconds since the instruction was sent, by the database's clock. */
export async function ageOf(id: string): Promise<number> {
  const { rows } = await pool().query<{ ms: number }>(
    `SELECT (extract(epoch FROM clock_timestamp() - sent_at) * 1000)::float8 AS ms FROM bank_instructions WHERE id = $1`,
    [id],
  );
  return rows[0]?.ms ?? 0;
}

/** Released disbursements that nobody has sent. */
export async function findLeftBehind(): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT d.id FROM disbursements d LEFT JOIN bank_instructions i ON i.disbursement_id = d.id
     WHERE (d.status = 'released' AND (i.id IS NULL OR i.state = 'waiting')) OR (d.status = 'unknown' AND i.state = 'waiting')
     ORDER BY d.id LIMIT 200`,
  );
  return rows.map(({ id }) => id);
}

/** Instructions whose payments the bank must have on record. */
export async function findAccepted(livemode: boolean): Promise<InstructionRow[]> {
  const { rows } = await pool().query<InstructionRow>(
    `SELECT ${columns} FROM bank_instructions WHERE livemode = $1 AND state IN ('accepted', 'settled', 'returned')`,
    [livemode],
  );
  return rows;
}

// What speaks against paying now

/** Words for every active stop that holds this partner's payments. */
export async function findStops(partnerId: string, tx: Transaction): Promise<string[]> {
  const { rows } = await tx.client.query<{ reason: string }>(
    `SELECT reason FROM money_out_stops WHERE started_at IS NULL AND (partner_id IS NULL OR partner_id = $1)`,
    [partnerId],
  );
  return rows.map(({ reason }) => reason);
}

/** Whether the release keeps within the limits in force, with everything else that was released that day. */
export async function isWithinLimits(disbursementId: string, tx: Transaction): Promise<boolean> {
  const { rows } = await tx.client.query<{ within: boolean }>(
    `SELECT d.amount_pence <= l.per_item_pence
        AND (SELECT sum(o.amount_pence) FROM disbursements o WHERE o.livemode AND o.release_day = d.release_day
               AND o.released_by = d.released_by AND o.status <> 'failed') <= l.per_person_day_pence
        AND (SELECT sum(o.amount_pence) FROM disbursements o WHERE o.livemode AND o.release_day = d.release_day
               AND o.partner_id = d.partner_id AND o.status <> 'failed') <= l.per_partner_day_pence AS within
     FROM disbursements d, (SELECT * FROM money_out_limits WHERE confirmed_at IS NOT NULL ORDER BY version DESC LIMIT 1) l
     WHERE d.id = $1`,
    [disbursementId],
  );
  return rows[0]?.within ?? false;
}

export interface ClusterIdentity {
  readonly system: string;
  readonly timeline: number;
}

/** Which database cluster this is: a copy restored elsewhere, or to an earlier time, has another identity. */
export async function readClusterIdentity(tx?: Transaction): Promise<ClusterIdentity> {
  const { rows } = await on(tx).query<ClusterIdentity>(
    `SELECT (pg_control_system()).system_identifier::text AS system, (pg_control_checkpoint()).timeline_id AS timeline`,
  );
  return rows[0] as ClusterIdentity;
}

// Facts of this installation

export async function readFact(name: string, tx?: Transaction): Promise<string | null> {
  const { rows } = await on(tx).query<{ value: string }>('SELECT value FROM platform_facts WHERE name = $1', [
    name,
  ]);
  return rows[0]?.value ?? null;
}

export async function writeFact(name: string, value: string, tx?: Transaction): Promise<void> {
  await on(tx).query(
    `INSERT INTO platform_facts (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value`,
    [name, value],
  );
}

// Stops and exceptions

/** Stops all live money-out, unless it is stopped already. */
export async function insertStop(id: string, reason: string, job: string, tx: Transaction): Promise<void> {
  await tx.client.query(
    `INSERT INTO money_out_stops (id, reason, stopped_by, stopped_at) VALUES ($1, $2, $3, now()) ON CONFLICT DO NOTHING`,
    [id, reason, job],
  );
}

export interface ExceptionRow {
  readonly id: string;
  readonly livemode: boolean;
  readonly kind: string;
  readonly subject: string;
  readonly disbursementId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly blocking: boolean;
  readonly openedAt: Date;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
  readonly resolution: string | null;
}

const exceptionColumns = `id, livemode, kind, subject, disbursement_id AS "disbursementId", detail, blocking,
  opened_at AS "openedAt", resolved_at AS "resolvedAt", resolved_by AS "resolvedBy", resolution`;

/** Opens a task; false when one for the same difference is open. */
export async function insertException(
  row: Pick<ExceptionRow, 'id' | 'livemode' | 'kind' | 'subject' | 'disbursementId' | 'detail' | 'blocking'>,
  tx: Transaction,
): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `INSERT INTO reconciliation_exceptions (id, livemode, kind, subject, disbursement_id, detail, blocking)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [
      row.id,
      row.livemode,
      row.kind,
      row.subject,
      row.disbursementId,
      JSON.stringify(row.detail),
      row.blocking,
    ],
  );
  return rowCount === 1;
}

export async function findExceptions(livemode: boolean, open: boolean): Promise<ExceptionRow[]> {
  const { rows } = await pool().query<ExceptionRow>(
    `SELECT ${exceptionColumns} FROM reconciliation_exceptions
     WHERE livemode = $1 AND (resolved_at IS NULL) = $2 ORDER BY opened_at DESC LIMIT 500`,
    [livemode, open],
  );
  return rows;
}

export async function hasBlockingException(livemode: boolean, tx: Transaction): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `SELECT FROM reconciliation_exceptions WHERE livemode = $1 AND blocking AND resolved_at IS NULL LIMIT 1`,
    [livemode],
  );
  return rowCount === 1;
}

/** Ends a task; null when it is not open. */
export async function closeException(
  id: string,
  resolvedBy: string,
  resolution: string,
  tx: Transaction,
): Promise<ExceptionRow | null> {
  const { rows } = await tx.client.query<ExceptionRow>(
    `UPDATE reconciliation_exceptions SET resolved_at = clock_timestamp(), resolved_by = $2, resolution = $3
     WHERE id = $1 AND resolved_at IS NULL RETURNING ${exceptionColumns}`,
    [id, resolvedBy, resolution],
  );
  return rows[0] ?? null;
}

/** The difference with this bank reference has been resolved by people before: it is known, and no news. */
export async function wasResolved(livemode: boolean, kind: string, subject: string): Promise<boolean> {
  const { rowCount } = await pool().query(
    `SELECT FROM reconciliation_exceptions WHERE livemode = $1 AND kind = $2 AND subject = $3 AND resolved_at IS NOT NULL LIMIT 1`,
    [livemode, kind, subject],
  );
  return rowCount === 1;
}

/** Pence by the disbursements' own status: what left or is on its way. */
export async function sumReleased(
  livemode: boolean,
): Promise<{ inFlightPence: number; settledPence: number }> {
  const { rows } = await pool().query<{ inFlightPence: number; settledPence: number }>(
    `SELECT coalesce(sum(amount_pence) FILTER (WHERE status IN ('released', 'sent', 'unknown')), 0)::bigint AS "inFlightPence",
            coalesce(sum(amount_pence) FILTER (WHERE status = 'settled'), 0)::bigint AS "settledPence"
     FROM disbursements WHERE livemode = $1`,
    [livemode],
  );
  return rows[0] as { inFlightPence: number; settledPence: number };
}

/** The book of a disbursement: true for live; null when there is none. */
export async function findBook(disbursementId: string): Promise<boolean | null> {
  const { rows } = await pool().query<{ livemode: boolean }>(
    'SELECT livemode FROM disbursements WHERE id = $1',
    [disbursementId],
  );
  return rows[0]?.livemode ?? null;
}

export interface PaymentLine {
  readonly disbursementId: string;
  readonly bankReference: string | null;
  readonly projectId: string;
  readonly amountPence: number;
  readonly status: string;
  readonly instructionState: InstructionState | null;
  /** In flight and owed, by the ledger. */
  readonly ledgerPence: number;
  readonly releasedAt: Date | null;
}

/** Every payment of a book that was ever released, oldest first: our word and the ledger's. */
export async function findPaymentLines(livemode: boolean): Promise<PaymentLine[]> {
  const { rows } = await pool().query<PaymentLine>(
    `SELECT d.id AS "disbursementId", i.bank_reference AS "bankReference", d.project_id AS "projectId",
       d.amount_pence AS "amountPence", d.status::text AS status, i.state AS "instructionState",
       coalesce((SELECT sum(e.amount_pence) FROM ledger_postings p JOIN ledger_entries e ON e.posting_id = p.id
         WHERE p.disbursement_id = d.id AND e.account IN ('in_flight', 'borrower_receivable')), 0)::bigint AS "ledgerPence",
       d.released_at AS "releasedAt"
     FROM disbursements d LEFT JOIN bank_instructions i ON i.disbursement_id = d.id
     WHERE d.livemode = $1 AND (d.released_by IS NOT NULL OR i.id IS NOT NULL) ORDER BY d.id`,
    [livemode],
  );
  return rows;
}

/** Every disbursement that was ever released, or says so. */
export async function findReleased(): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT id FROM disbursements WHERE status IN ('released', 'sent', 'unknown', 'settled', 'failed', 'returned') ORDER BY id`,
  );
  return rows.map(({ id }) => id);
}
