// Disables an endpoint: at its owner's wish without an event, by the platform with one (contract §9).
import type { WriteContext } from '@/lib/core/context';
import { requireTransition } from '@/lib/core/transition';
import { changeEndpoint, requireEndpoint, type Changer } from './endpoint-change';
import { recordEvent } from './record-event';
import type { EndpointRow } from './repository/endpoints';
import type { Endpoint } from './schemas';
import { toEndpoint } from './serialize';
import { endpointTransitions, type DisabledReason } from './state';

async function disable(
  changer: Changer,
  before: EndpointRow,
  disabledReason: DisabledReason,
  at: Date,
): Promise<EndpointRow> {
  const status = requireTransition(endpointTransitions, 'endpoint', before.status, 'disabled');
  const changes = { status, disabledReason };
  return changeEndpoint(changer, before, { act: 'disable', at, changes, detail: { reason: disabledReason } });
}

/** Deliveries wait until it is enabled. @throws ApiError `resource_not_found`, `invalid_state`. */
export async function disableEndpoint(call: {
  readonly ctx: WriteContext;
  readonly input: { readonly id: string };
}): Promise<Endpoint> {
  const { ctx, input } = call;
  const before = await requireEndpoint(ctx.project.id, input.id, ctx.tx);
  return toEndpoint(await disable(ctx, before, 'requested', ctx.clock.now()));
}

/** Disables an endpoint that this transaction has locked and found enabled, and tells its owner's other endpoints. */
export async function disableByPlatform(
  changer: Changer,
  before: EndpointRow,
  reason: Exclude<DisabledReason, 'requested'>,
  at: Date,
): Promise<void> {
  const after = await disable(changer, before, reason, at);
  await recordEvent(changer.tx, {
    project: { id: after.projectId, livemode: after.livemode },
    type: 'webhook_endpoint.disabled',
    objectId: after.id,
    object: toEndpoint(after),
    previous: { status: before.status, disabled_reason: before.disabledReason },
    createdAt: at,
  });
}
