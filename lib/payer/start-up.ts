// At each start the payer reads the bank's record before it pays: after a restore, the bank knows what our books forgot.
import { singleton } from '@/lib/core/singleton';
import { logger } from '@/lib/logging';
import { ask, bankRail, type BankRail } from '@/lib/providers';
import { raiseAlarm } from './alarm';
import { clusterHasChanged, rememberCluster } from './cluster';
import { applyRailPayment } from './follow';
import { findAccepted, wasResolved } from './repository';

const timeoutMs = 10_000;

/**
 * Compares the whole of the bank's record with ours, and the cluster with the one remembered. Every difference raises its
 * alarm, which stops live money-out until two people start it again.
 *
 * @throws ProviderUnavailable when the bank cannot be asked: then nothing may be paid yet.
 */
export async function assessStart(rail: BankRail): Promise<void> {
  const changed = await clusterHasChanged();
  if (changed) await raiseAlarm(changed);
  await rememberCluster();
  // Before the bank's record is read: what another payer sends meanwhile is not missing there.
  const accepted = await findAccepted(true);
  const atBank = new Set<string>();
  for (let after = 0; ;) {
    const payments = await ask((signal) => rail.listSince(after, signal), { provider: 'bank', timeoutMs });
    for (const payment of payments) {
      atBank.add(payment.reference);
      await applyRailPayment(payment, true);
      after = payment.sequence;
    }
    if (payments.length === 0) break;
  }
  for (const { bankReference, disbursementId } of accepted) {
    if (atBank.has(bankReference) || (await wasResolved(true, 'missing_at_bank', bankReference))) continue;
    await raiseAlarm({ kind: 'missing_at_bank', livemode: true, subject: bankReference, disbursementId });
  }
}

interface StartUp {
  assessed?: Promise<void> | undefined;
}

/** Runs `assessStart` once in this process, before its first live payment. @throws as it does; the next call tries again. */
export function ensureStarted(rail: BankRail): Promise<void> {
  const startUp = singleton<StartUp>('payer.start-up', () => ({}));
  return (startUp.assessed ??= assessStart(rail).catch((error: unknown) => {
    startUp.assessed = undefined;
    throw error;
  }));
}

/** For the start of a worker: looks at once, and says in the log what keeps live money-out stopped. */
export async function startPayer(): Promise<void> {
  const rail = bankRail(true);
  if (!rail) {
    logger().warn('BANK_RAIL_URL is not set: live money-out stays stopped');
    return;
  }
  await ensureStarted(rail).catch((error: unknown) =>
    logger().warn({ err: error }, 'the bank cannot be asked: live money-out waits until it can'),
  );
}
