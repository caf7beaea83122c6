// Lists where an event was sent, and what became of each attempt.
import type { Context } from '@/lib/core/context';
import { pageRequest, toPage, type Page } from '@/lib/core/pagination';
import { readEvent } from './read-event';
import { deliveryPages } from './repository/deliveries';
import type { Delivery, ListDeliveriesQuery } from './schemas';
import { toDelivery } from './serialize';

/** @throws ApiError `resource_not_found` for an unknown or foreign event; `cursor_invalid`. */
export async function listDeliveries(call: {
  readonly ctx: Context;
  readonly input: ListDeliveriesQuery & { readonly id: string };
}): Promise<Page<Delivery>> {
  const { ctx, input } = call;
  await readEvent({ ctx, input });
  const list = `deliveries of ${input.id}`;
  const rows = await deliveryPages.find(input.id, pageRequest(ctx.project.id, list, input), {});
  return toPage(ctx.project.id, list, input, rows.map(toDelivery));
}
