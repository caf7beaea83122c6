// Changes what an endpoint receives, and where. A new URL was checked before the transaction opened.
import type { WriteContext } from '@/lib/core/context';
import { changeEndpoint, requireEndpoint } from './endpoint-change';
import type { EndpointRow } from './repository/endpoints';
import type { Endpoint, UpdateEndpointInput } from './schemas';
import { toEndpoint } from './serialize';

function changesOf(input: UpdateEndpointInput): Partial<EndpointRow> {
  return {
    ...(input.url !== undefined && { url: input.url }),
    ...(input.enabled_events && { enabledEvents: [...new Set(input.enabled_events)] }),
    ...(input.description !== undefined && { description: input.description }),
    ...(input.metadata !== undefined && { metadata: input.metadata }),
  };
}

/** @throws ApiError `resource_not_found`. */
export async function updateEndpoint(call: {
  readonly ctx: WriteContext;
  readonly input: UpdateEndpointInput & { readonly id: string };
}): Promise<Endpoint> {
  const { ctx, input } = call;
  const before = await requireEndpoint(ctx.project.id, input.id, ctx.tx);
  const changes = changesOf(input);
  const after = await changeEndpoint(ctx, before, {
    act: 'update',
    at: ctx.clock.now(),
    changes,
    detail: { changed: Object.keys(changes) },
  });
  return toEndpoint(after);
}
