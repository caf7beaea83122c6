// Puts everything that did not arrive on its way again: what failed for good, and what waits for a later attempt.
import { recordAudit } from '@/lib/audit';
import type { WriteContext } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { replayDeliveries } from './repository/deliveries';
import { redeliveryMs } from './retention';
import type { ReplayFailedInput } from './schemas';

/**
 * Each event keeps its id. Disabled endpoints are left out: theirs follow when they are enabled.
 *
 * @returns how many deliveries go out again.
 * @throws ApiError `invalid_value` for a moment more than 72 hours ago.
 */
export async function replayFailed(call: {
  readonly ctx: WriteContext;
  readonly input: ReplayFailedInput;
}): Promise<{ readonly object: 'webhook_replay'; readonly deliveries: number }> {
  const { ctx, input } = call;
  const now = ctx.clock.now();
  const since = new Date(input.since);
  if (now.getTime() - since.getTime() > redeliveryMs) {
    throw new ApiError('invalid_value', {
      param: 'since',
      message: 'Events can be delivered again for 72 hours; choose a later moment.',
    });
  }
  const endpointId = input.webhook_endpoint_id ?? null;
  const deliveries = await replayDeliveries(
    { projectId: ctx.project.id, endpointId, since, at: now },
    ctx.tx,
  );
  await recordAudit(ctx.tx, {
    stream: ctx.project.id,
    actor: ctx.actor,
    act: 'webhook_delivery.replay_failed',
    objectId: endpointId ?? ctx.project.id,
    requestId: ctx.requestId,
    detail: { since: since.toISOString(), deliveries },
  });
  return { object: 'webhook_replay', deliveries };
}
