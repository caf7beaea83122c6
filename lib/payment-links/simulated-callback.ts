// Sends a callback of the simulated provider: signed bytes, through the very code that takes them from the wire.
import { simulatedBankCallback, type PaymentReport } from '@/lib/providers';
import { receiveCallback } from './receive-callback';

/** @throws Error when it was not taken, so that it is sent again. */
export async function sendSimulatedCallback(call: {
  readonly paymentId: string;
  readonly status: PaymentReport['status'];
}): Promise<void> {
  const callback = await simulatedBankCallback(call.paymentId, call.status);
  if (!callback) return;
  const outcome = await receiveCallback(callback);
  if (outcome === 'refused' || outcome === 'unknown')
    throw new Error(`The callback was not taken: ${outcome}`);
}
