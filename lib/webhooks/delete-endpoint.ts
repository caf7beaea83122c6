// Deletes an endpoint: nothing more is sent to it, its secrets are erased, its place in the account is free.
import { assert } from '@/lib/core/assert';
import type { WriteContext } from '@/lib/core/context';
import { auditEndpoint, requireEndpoint } from './endpoint-change';
import { deleteEndpointRow, findEndpointIds } from './repository/endpoints';

/** @throws ApiError `resource_not_found`. */
export async function deleteEndpoint(call: {
  readonly ctx: WriteContext;
  readonly input: { readonly id: string };
}): Promise<undefined> {
  const { ctx, input } = call;
  const row = await requireEndpoint(ctx.project.id, input.id, ctx.tx);
  const deleted = await deleteEndpointRow(row.id, ctx.clock.now(), ctx.tx);
  assert(deleted, 'a locked endpoint is deleted exactly once');
  await auditEndpoint(ctx, row, 'delete');
}

/** Those of a project that ends: a closed one must not hold places that the account's other projects need. */
export async function deleteEndpointsOfProject({ ctx }: { readonly ctx: WriteContext }): Promise<void> {
  for (const id of await findEndpointIds(ctx.project.id, ctx.tx))
    await deleteEndpoint({ ctx, input: { id } });
}
