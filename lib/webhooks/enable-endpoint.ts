// Enables a disabled endpoint, and starts the delivery of everything retained that it has not received (contract §9).
import type { WriteContext } from '@/lib/core/context';
import { requireTransition } from '@/lib/core/transition';
import { changeEndpoint, requireEndpoint } from './endpoint-change';
import { reviveDeliveries } from './repository/deliveries';
import { retention } from './retention';
import type { Endpoint } from './schemas';
import { toEndpoint } from './serialize';
import { endpointTransitions } from './state';

/** @throws ApiError `resource_not_found`, `invalid_state`. */
export async function enableEndpoint(call: {
  readonly ctx: WriteContext;
  readonly input: { readonly id: string };
}): Promise<Endpoint> {
  const { ctx, input } = call;
  const before = await requireEndpoint(ctx.project.id, input.id, ctx.tx);
  const status = requireTransition(endpointTransitions, 'endpoint', before.status, 'enabled');
  const now = ctx.clock.now();
  const revived = await reviveDeliveries(before.id, now, retention(ctx.clock).since, ctx.tx);
  const after = await changeEndpoint(ctx, before, {
    act: 'enable',
    at: now,
    changes: { status, disabledReason: null },
    detail: { deliveries: revived },
  });
  return toEndpoint(after);
}
