// The events of a project with where each delivery stands: the portal's log.
import type { Context } from '@/lib/core/context';
import { listEvents } from './list-events';
import { countDeliveries } from './repository/deliveries';
import type { ListEventsQuery } from './schemas';

export interface LoggedEvent {
  readonly id: string;
  readonly type: string;
  readonly created: string;
  readonly object_id: string | null;
  readonly deliveries: { readonly succeeded: number; readonly pending: number; readonly failed: number };
}

/** One page, newest first. @throws ApiError `cursor_invalid`. */
export async function listEventLog(call: { readonly ctx: Context; readonly input: ListEventsQuery }) {
  const page = await listEvents(call);
  const counts = await countDeliveries(page.data.map(({ id }) => id));
  const none = { succeeded: 0, pending: 0, failed: 0 };
  const data = page.data.map(({ id, type, created, data: { object } }): LoggedEvent => {
    const { succeeded, pending, failed } = counts.get(id) ?? none;
    const objectId = object['id'];
    return {
      id,
      type,
      created,
      object_id: typeof objectId === 'string' ? objectId : null,
      deliveries: { succeeded, pending, failed },
    };
  });
  return { ...page, data };
}
