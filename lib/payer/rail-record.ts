// The bank's own record of what it was given, from its first payment on.
import { ask, type BankRail, type RailPayment } from '@/lib/providers';

const timeoutMs = 10_000;

/** Every payment that the bank has on record, in the order of their last change. @throws ProviderUnavailable. */
export async function* railRecord(rail: BankRail): AsyncGenerator<RailPayment> {
  for (let after = 0; ;) {
    const from = after;
    const payments = await ask((signal) => rail.listSince(from, signal), { provider: 'bank', timeoutMs });
    if (payments.length === 0) return;
    yield* payments;
    after = payments.at(-1)?.sequence ?? after;
  }
}
