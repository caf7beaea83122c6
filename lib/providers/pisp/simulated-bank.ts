// The simulated bank: the payer answers on its page, it moves nothing, and it has every change told by a callback.
import { claimedId, isLinkToken } from '@/lib/core/link-token';
import { decrypt } from '@/lib/crypto';
import { withTransaction, type Transaction } from '@/lib/db';
import { enqueue } from '@/lib/jobs';
import type { Bank, PaymentReportStatus } from './port';
import { findBankPayment, moveBankPayment, type BankPaymentRow } from './repository';

export const simulatedBanks: readonly Bank[] = [
  { id: 'northbank', name: 'Northbank' },
  { id: 'severn', name: 'Severn & Avon Bank' },
  { id: 'thistle', name: 'Thistle Bank' },
  { id: 'lantern', name: 'Lantern' },
];

/** Real time between the payer's yes and the money's arrival. */
const settlementMs = 2_000;

/** What the payer answers. */
export type SimulatedBankDecision = 'approve' | 'insufficient_funds' | 'technical_error';

/** A payment as the bank's page shows it. */
export interface SimulatedBankView {
  readonly bankName: string;
  readonly payeeName: string;
  readonly amountPence: number;
  readonly reference: string;
  readonly returnUrl: string;
  readonly status: BankPaymentRow['status'];
}

async function findBySession(session: string, tx?: Transaction): Promise<BankPaymentRow | null> {
  const id = claimedId('pat', session);
  const row = id === undefined ? null : await findBankPayment(id, tx);
  return row && isLinkToken(session, row.id, row.nonce, 'pisp-session') ? row : null;
}

const returnUrlOf = (row: BankPaymentRow) => decrypt('pisp-session', row.returnUrl, row.id).toString('utf8');

/** The payment of a link to the bank; null when the link is not right. */
export async function findSimulatedBankPayment(session: string): Promise<SimulatedBankView | null> {
  const row = await findBySession(session);
  if (!row) return null;
  const { payeeName, amountPence, reference, status } = row;
  const bankName = simulatedBanks.find(({ id }) => id === row.bankId)?.name ?? 'Bank';
  return { bankName, payeeName, amountPence, reference, returnUrl: returnUrlOf(row), status };
}

const tell = (tx: Transaction, paymentId: string, status: Exclude<PaymentReportStatus, 'authorising'>) =>
  enqueue(tx, 'pisp.send_callback', { paymentId, status });

/**
 * Takes the payer's answer, once; a second one changes nothing.
 *
 * @returns where the bank sends the payer; null when the link is not right.
 */
export function decideAtSimulatedBank(
  session: string,
  decision: SimulatedBankDecision,
): Promise<{ readonly returnUrl: string } | null> {
  return withTransaction(async (tx) => {
    const row = await findBySession(session, tx);
    if (!row) return null;
    if (decision === 'approve') {
      if (await moveBankPayment(tx, row.id, ['awaiting'], 'accepted')) {
        await tell(tx, row.id, 'succeeded');
        const runAt = new Date(Date.now() + settlementMs);
        await enqueue(tx, 'pisp.settle_simulated', { paymentId: row.id }, { runAt });
      }
    } else if (await moveBankPayment(tx, row.id, ['awaiting'], 'refused', decision)) {
      await tell(tx, row.id, 'failed');
    }
    return { returnUrl: returnUrlOf(row) };
  });
}

/** The money of an accepted payment arrives. */
export function settleAtSimulatedBank(paymentId: string): Promise<boolean> {
  return withTransaction(async (tx) => {
    const moved = await moveBankPayment(tx, paymentId, ['accepted'], 'settled');
    if (moved) await tell(tx, paymentId, 'settled');
    return moved;
  });
}

/** The payer calls an accepted or settled payment back. */
export function disputeAtSimulatedBank(paymentId: string): Promise<boolean> {
  return withTransaction(async (tx) => {
    const moved = await moveBankPayment(tx, paymentId, ['accepted', 'settled'], 'disputed');
    if (moved) await tell(tx, paymentId, 'disputed');
    return moved;
  });
}
