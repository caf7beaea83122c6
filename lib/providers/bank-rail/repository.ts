// The sandbox bank's book. Every change takes the next place in its record, in the order of the commits.
import { pool, withTransaction, type Transaction } from '@/lib/db';
import type { PaymentInstruction, RailPayment } from './port';

const columns = `reference, amount_pence AS "amountPence", sort_code AS "sortCode", account_number AS "accountNumber",
  state, code, sequence`;

/** One writer at a time, so that a reader who has seen a place has seen all before it. */
function changing<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return withTransaction(async (tx) => {
    await tx.client.query(`SELECT pg_advisory_xact_lock(hashtext('sandbox_rail_payments'))`);
    return work(tx);
  });
}

/** Takes a payment or finds it taken; false when the reference stands for another payment. */
export function takePayment({ reference, amountPence, payee }: PaymentInstruction): Promise<boolean> {
  return changing(async ({ client }) => {
    await client.query(
      `INSERT INTO sandbox_rail_payments (reference, amount_pence, sort_code, account_number, state)
       VALUES ($1, $2, $3, $4, 'accepted') ON CONFLICT (reference) DO NOTHING`,
      [reference, amountPence, payee.sortCode, payee.accountNumber],
    );
    const { rowCount } = await client.query(
      `SELECT FROM sandbox_rail_payments
       WHERE reference = $1 AND amount_pence = $2 AND sort_code = $3 AND account_number = $4`,
      [reference, amountPence, payee.sortCode, payee.accountNumber],
    );
    return rowCount === 1;
  });
}

export async function findPayment(reference: string): Promise<RailPayment | null> {
  const { rows } = await pool().query<RailPayment>(
    `SELECT ${columns} FROM sandbox_rail_payments WHERE reference = $1`,
    [reference],
  );
  return rows[0] ?? null;
}

export async function listPayments(sequence: number, limit: number): Promise<RailPayment[]> {
  const { rows } = await pool().query<RailPayment>(
    `SELECT ${columns} FROM sandbox_rail_payments WHERE sequence > $1 ORDER BY sequence LIMIT $2`,
    [sequence, limit],
  );
  return rows;
}

async function end(
  { client }: Transaction,
  reference: string,
  state: 'settled' | 'returned',
  code: string | null,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE sandbox_rail_payments
     SET state = $2, code = $3, sequence = nextval('sandbox_rail_payments_sequence_seq')
     WHERE reference = $1 AND (state = 'accepted' OR (state = 'settled' AND $2 = 'returned'))`,
    [reference, state, code],
  );
  return rowCount === 1;
}

export function endPayment(
  reference: string,
  state: 'settled' | 'returned',
  code: string | null,
): Promise<boolean> {
  return changing((tx) => end(tx, reference, state, code));
}

/** Ends every payment that was accepted so long ago, each as `endOf` says of its account. */
export async function endDuePayments(
  afterMs: number,
  endOf: (accountNumber: string) => 'settled' | 'returned',
  returnCode: string,
): Promise<void> {
  const due = `state = 'accepted' AND accepted_at <= clock_timestamp() - make_interval(secs => $1)`;
  const { rows } = await pool().query<{ reference: string; accountNumber: string }>(
    `SELECT reference, account_number AS "accountNumber" FROM sandbox_rail_payments WHERE ${due}`,
    [afterMs / 1_000],
  );
  for (const { reference, accountNumber } of rows) {
    const state = endOf(accountNumber);
    await endPayment(reference, state, state === 'returned' ? returnCode : null);
  }
}
