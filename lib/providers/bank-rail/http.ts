// The bank over HTTP: JSON, a bearer token, the reference as the idempotency key.
import { z } from 'zod';
import { ProviderUnavailable } from '../unavailable';
import type { BankRail, PaymentInstruction, SendOutcome } from './port';

const railPayment = z.object({
  reference: z.string(),
  amountPence: z.int().positive(),
  sortCode: z.string(),
  accountNumber: z.string(),
  state: z.enum(['accepted', 'refused', 'settled', 'returned']),
  code: z.string().nullable(),
  sequence: z.int().positive(),
});
const refusal = z.object({ state: z.literal('refused'), code: z.string() });

export interface HttpRailOptions {
  readonly id: string;
  /** Without a trailing slash. */
  readonly url: string;
  readonly token?: string | undefined;
}

export function httpBankRail({ id, url, token }: HttpRailOptions): BankRail {
  const call = (path: string, init: RequestInit & { signal: AbortSignal }) =>
    fetch(`${url}${path}`, {
      ...init,
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
        ...(init.headers as Record<string, string> | undefined),
      },
    });

  async function send(instruction: PaymentInstruction, signal: AbortSignal): Promise<SendOutcome> {
    try {
      const response = await call('/payments', {
        method: 'POST',
        body: JSON.stringify(instruction),
        headers: { 'idempotency-key': instruction.reference },
        signal,
      });
      const body: unknown = await response.json();
      if (response.status === 201) return { outcome: 'accepted' };
      // Only the bank's own words are a refusal. Any other 4xx may come from something in between.
      const refused = refusal.safeParse(body);
      if (response.status === 422 && refused.success) return { outcome: 'refused', code: refused.data.code };
      return { outcome: 'silent', cause: `status ${response.status}` };
    } catch (error) {
      return { outcome: 'silent', cause: error instanceof Error ? error.name : 'unknown' };
    }
  }

  async function ask<T>(
    path: string,
    signal: AbortSignal,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    try {
      return await read(await call(path, { signal }));
    } catch (error) {
      throw new ProviderUnavailable('bank', { cause: error });
    }
  }

  return {
    id,
    send,
    find: (reference, signal) =>
      ask(`/payments/${encodeURIComponent(reference)}`, signal, async (response) => {
        if (response.status === 404) {
          // The bank's own 404 is JSON; a proxy's is not an answer about the payment.
          z.object({ error: z.literal('unknown') }).parse(await response.json());
          return null;
        }
        if (!response.ok) throw new Error(`status ${response.status}`);
        return railPayment.parse(await response.json());
      }),
    listSince: (sequence, signal) =>
      ask(`/payments?since=${sequence}`, signal, async (response) => {
        if (!response.ok) throw new Error(`status ${response.status}`);
        return z.object({ payments: z.array(railPayment) }).parse(await response.json()).payments;
      }),
  };
}
