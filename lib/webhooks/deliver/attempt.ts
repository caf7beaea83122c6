// One attempt at one delivery: send it, write down what became of it, say when to try again.
import { projectClock } from '@/lib/core/clock';
import { withTransaction } from '@/lib/db';
import { disableByPlatform } from '../disable-endpoint';
import { lockEndpoint } from '../repository/endpoints';
import { settleDelivery, type ClaimedDelivery, type Settlement } from '../repository/dispatch';
import { nextAttemptAt } from '../schedule';
import { resolveName, type ResolveName } from '../target-guard';
import type { Outcome } from './outcome';
import { sendEvent } from './send-event';

/** An endpoint that fails for so long, on its project's clock, is disabled. */
const failingLimitMs = 7 * 24 * 3_600_000;

const job = { kind: 'system', job: 'webhooks.deliver' } as const;

/** Writes a failure down; disables the endpoint with it when it is gone, or has failed for seven days. */
async function settleFailure(delivery: ClaimedDelivery, settlement: Settlement): Promise<void> {
  await withTransaction(async (tx) => {
    const endpoint = await lockEndpoint(delivery.projectId, delivery.endpointId, tx);
    const settled = await settleDelivery(settlement, tx);
    if (!settled || endpoint?.status !== 'enabled') return;
    const failingMs = settlement.endedAt.getTime() - (settled.failingSince ?? settlement.endedAt).getTime();
    const gone = settlement.failure === 'gone';
    if (!gone && failingMs < failingLimitMs) return;
    await disableByPlatform({ tx, actor: job }, endpoint, gone ? 'gone' : 'failing', settlement.endedAt);
  });
}

/** Makes the attempt that this claim is for. A process that dies on the way leaves the claim to lapse. */
export async function attemptDelivery(
  delivery: ClaimedDelivery,
  resolve: ResolveName = resolveName,
): Promise<Outcome> {
  const clock = projectClock(delivery.clockOffsetSeconds);
  const attemptedAt = clock.now();
  const started = performance.now();
  const outcome = await sendEvent(delivery, resolve);
  const now = clock.now();
  const attempts = delivery.attempts + 1;
  const again =
    outcome.failure === null || outcome.failure === 'gone'
      ? null
      : nextAttemptAt({ attempts, startedAt: delivery.startedAt, now });
  const settlement: Settlement = {
    ...outcome,
    id: delivery.id,
    claim: delivery.claim,
    status: outcome.failure === null ? 'succeeded' : again ? 'pending' : 'failed',
    attemptedAt,
    endedAt: now,
    durationMs: Math.round(performance.now() - started),
    nextAttemptAt: again,
  };
  if (outcome.failure === null) await settleDelivery(settlement);
  else await settleFailure(delivery, settlement);
  return outcome;
}
