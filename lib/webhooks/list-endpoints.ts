// Lists a project's endpoints, newest first (contract §7).
import type { Context } from '@/lib/core/context';
import { pageRequest, toPage, type Page } from '@/lib/core/pagination';
import { endpointPages } from './repository/endpoints';
import type { Endpoint, ListEndpointsQuery } from './schemas';
import { toEndpoint } from './serialize';

const list = 'webhook_endpoints';

/** @throws ApiError `cursor_invalid` for a cursor of another project, list or filter. */
export async function listEndpoints(call: {
  readonly ctx: Context;
  readonly input: ListEndpointsQuery;
}): Promise<Page<Endpoint>> {
  const { ctx, input } = call;
  const rows = await endpointPages.find(ctx.project.id, pageRequest(ctx.project.id, list, input), input);
  return toPage(ctx.project.id, list, input, rows.map(toEndpoint));
}
