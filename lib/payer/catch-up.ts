// Asks the bank about one payment and brings our books up to its answer: for whoever waits for that payment.
import { ask, bankRail } from '@/lib/providers';
import { applyRailPayment } from './follow';
import { findInstruction } from './repository';

const timeoutMs = 10_000;

/**
 * @returns false when there was nothing to learn: no bank, no such payment there, or its sender is still at it.
 * @throws ProviderUnavailable when the bank cannot be asked.
 */
export async function catchUpWithBank(disbursementId: string, signal?: AbortSignal): Promise<boolean> {
  const instruction = await findInstruction({ disbursementId });
  const rail = instruction && bankRail(instruction.livemode);
  if (!rail) return false;
  const payment = await ask((cut) => rail.find(instruction.bankReference, cut), {
    provider: 'bank',
    timeoutMs,
    ...(signal && { signal }),
  });
  return payment !== null && applyRailPayment(payment, instruction.livemode);
}
