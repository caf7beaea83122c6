// Lists a project's events of the last 30 days, newest first (contract §7, §9).
import type { Context } from '@/lib/core/context';
import { pageRequest, toPage, type Page } from '@/lib/core/pagination';
import { eventPages } from './repository/events';
import { retention } from './retention';
import type { Event, ListEventsQuery } from './schemas';
import { toEvent } from './serialize';

/** @throws ApiError `cursor_invalid` for a cursor of another project, list or filter. */
export async function listEvents(call: {
  readonly ctx: Context;
  readonly input: ListEventsQuery;
}): Promise<Page<Event>> {
  const { ctx, input } = call;
  const page = pageRequest(ctx.project.id, 'events', input);
  const { since, firstId } = retention(ctx.clock);
  const after = input.created_after;
  const rows = await eventPages.find(ctx.project.id, page, {
    ...input,
    fromId: firstId,
    created_after: after !== undefined && Date.parse(after) > since.getTime() ? after : since.toISOString(),
  });
  return toPage(ctx.project.id, 'events', input, rows.map(toEvent));
}
