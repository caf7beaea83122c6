// Deletes an endpoint: nothing more is sent to it, its secrets are erased, its place in the account is free.
import { assert } from '@/lib/core/assert';
import type { WriteContext } from '@/lib/core/context';
import { auditEndpoint, requireEndpoint } from './endpoint-change';
import { deleteEndpointRow } from './repository/endpoints';

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
