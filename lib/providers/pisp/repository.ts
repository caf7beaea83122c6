// The simulated bank's book.
import { statement, type Transaction } from '@/lib/db';

export interface BankPaymentRow {
  id: string;
  provider: string;
  bankId: string;
  payeeName: string;
  amountPence: number;
  reference: string;
  /** Encrypted. */
  returnUrl: Buffer;
  nonce: Buffer;
  status: 'awaiting' | 'refused' | 'accepted' | 'settled' | 'disputed';
  failureCode: 'insufficient_funds' | 'technical_error' | null;
  createdAt: Date;
  expiresAt: Date;
}

const columns = `
  id, provider, bank_id AS "bankId", payee_name AS "payeeName", amount_pence AS "amountPence", reference,
  return_url AS "returnUrl", nonce, status, failure_code AS "failureCode", created_at AS "createdAt",
  expires_at AS "expiresAt"`;

const insert = statement<never, unknown[]>(
  'bank_payment_insert',
  `INSERT INTO simulated_bank_payments
     (id, provider, bank_id, payee_name, amount_pence, reference, return_url, nonce, created_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING`,
);

/** Writes a payment down, unless its key is known. */
export async function insertBankPayment(row: Omit<BankPaymentRow, 'status' | 'failureCode'>): Promise<void> {
  await insert.run([
    row.id, row.provider, row.bankId, row.payeeName, row.amountPence, row.reference, row.returnUrl, row.nonce,
    row.createdAt, row.expiresAt,
  ]); // prettier-ignore
}

const find = statement<BankPaymentRow, [string]>(
  'bank_payment_find',
  `SELECT ${columns} FROM simulated_bank_payments WHERE id = $1`,
);

export function findBankPayment(id: string, tx?: Transaction): Promise<BankPaymentRow | null> {
  return find.first([id], tx);
}

const move = statement<never, unknown[]>(
  'bank_payment_move',
  `UPDATE simulated_bank_payments SET status = $3, failure_code = $4
   WHERE id = $1 AND status = ANY($2::simulated_bank_payment_status[])`,
);

/** Moves a payment that is in one of `from`. @returns whether it did. */
export async function moveBankPayment(
  tx: Transaction,
  id: string,
  from: readonly BankPaymentRow['status'][],
  to: BankPaymentRow['status'],
  failureCode: BankPaymentRow['failureCode'] = null,
): Promise<boolean> {
  return (await move.run([id, from, to, failureCode], tx)) === 1;
}
