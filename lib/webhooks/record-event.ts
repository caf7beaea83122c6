// The outbox: an event is written in the transaction that makes the change, so that none is lost and none
// tells of a change that was rolled back (contract §9). Delivery follows the commit.
import { newId } from '@/lib/core/ids';
import type { Transaction } from '@/lib/db';
import { toStoredObject, type WireObject } from './event-object';
import { apiVersion, subscriptionsTo, type EventType } from './event-types';
import { insertEvents } from './repository/events';

export interface EventRecord {
  readonly project: { readonly id: string; readonly livemode: boolean };
  readonly type: EventType;
  readonly objectId: string;
  /** The resource as the API shows it; personal fields are left out here. */
  readonly object: WireObject;
  /** Earlier values of the fields that changed. */
  readonly previous?: WireObject | undefined;
  /** Business time. */
  readonly createdAt: Date;
  /** The only endpoint it goes to; left out: all that subscribed. */
  readonly endpointId?: string | undefined;
}

/** Records the events of one act, in their order. @returns the ids, which sort as the events stand. */
export async function recordEvents(tx: Transaction, events: readonly EventRecord[]): Promise<string[]> {
  const ids = events.map(() => newId('evt'));
  await insertEvents(
    tx,
    events.map((event, index) => {
      const id = ids[index] as string;
      return {
        id,
        project_id: event.project.id,
        livemode: event.project.livemode,
        type: event.type,
        api_version: apiVersion,
        object_id: event.objectId,
        object: toStoredObject(id, event.object),
        previous: event.previous ?? null,
        created_at: event.createdAt.toISOString(),
        subscriptions: subscriptionsTo(event.type),
        endpoint_id: event.endpointId ?? null,
      };
    }),
  );
  return ids;
}

/** Records one event. @returns its id. */
export async function recordEvent(tx: Transaction, event: EventRecord): Promise<string> {
  const [id] = await recordEvents(tx, [event]);
  return id as string;
}
