// A payment initiation service in front of the simulated bank: what an adapter of a real one would be.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { linkToken } from '@/lib/core/link-token';
import { encrypt } from '@/lib/crypto';
import { environment } from '@/lib/env';
import type { PaymentReport, Pisp, SignedCallback } from './port';
import { findBankPayment, insertBankPayment, type BankPaymentRow } from './repository';
import { isCallbackSignature, signCallback } from './signature';
import { simulatedBanks } from './simulated-bank';

/** How long the payer has at the bank, as open banking consents do. Business time. */
const consentMinutes = 15;

const callbackSchema = z.strictObject({
  payment_id: z.string(),
  status: z.enum(['authorising', 'failed', 'succeeded', 'settled', 'disputed']),
  failure_code: z.enum(['insufficient_funds', 'technical_error']).nullable(),
  amount_pence: z.int(),
});

const statusOf = {
  awaiting: 'authorising',
  refused: 'failed',
  accepted: 'succeeded',
  settled: 'settled',
  disputed: 'disputed',
} as const satisfies Record<BankPaymentRow['status'], PaymentReport['status']>;

function reportOf(row: BankPaymentRow, now?: Date): PaymentReport {
  const lapsed = row.status === 'awaiting' && now !== undefined && now >= row.expiresAt;
  return {
    paymentId: row.id,
    status: lapsed ? 'failed' : statusOf[row.status],
    failureCode: lapsed ? 'technical_error' : row.failureCode,
    amountPence: row.amountPence,
  };
}

function parseReport(body: string): PaymentReport | null {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  const parsed = callbackSchema.safeParse(value);
  if (!parsed.success) return null;
  const { payment_id: paymentId, status, failure_code: failureCode, amount_pence: amountPence } = parsed.data;
  return { paymentId, status, failureCode, amountPence };
}

/** A service that has nothing but the simulated banks behind it. */
export function simulatedPisp(id: string): Pisp {
  return {
    id,
    banks: simulatedBanks,
    initiate: async (order) => {
      await insertBankPayment({
        id: order.paymentId,
        provider: id,
        bankId: order.bankId,
        payeeName: order.payeeName,
        amountPence: order.amountPence,
        reference: order.reference,
        returnUrl: encrypt('pisp-session', order.returnUrl, order.paymentId),
        nonce: randomBytes(16),
        createdAt: order.now,
        expiresAt: new Date(order.now.getTime() + consentMinutes * 60_000),
      });
      const row = await findBankPayment(order.paymentId);
      if (!row) throw new Error('The simulated bank lost an order');
      const session = linkToken(row.id, row.nonce, 'pisp-session');
      return { authoriseUrl: `${environment().appUrl}/pay/bank/${session}` };
    },
    status: async ({ paymentId, now }) => {
      const row = await findBankPayment(paymentId);
      return row?.provider === id ? reportOf(row, now) : null;
    },
    readCallback: (callback) => (isCallbackSignature(id, callback) ? parseReport(callback.body) : null),
  };
}

/**
 * The callback with which the service tells of a payment, signed now. `status` may lie behind what the bank knows:
 * callbacks are sent one a change, and arrive as they arrive.
 *
 * @returns null when the bank has no such payment.
 */
export async function simulatedBankCallback(
  paymentId: string,
  status: PaymentReport['status'],
): Promise<({ readonly provider: string } & SignedCallback) | null> {
  const row = await findBankPayment(paymentId);
  if (!row) return null;
  const body = JSON.stringify({
    payment_id: row.id,
    status,
    failure_code: status === 'failed' ? row.failureCode : null,
    amount_pence: row.amountPence,
  });
  return { provider: row.provider, signature: signCallback(row.provider, body), body };
}
