// The outbox table. On every write's path, hence one prepared statement that takes all events of an act at once and
// puts each on its way to the endpoints that subscribed to it: no event without its deliveries, whoever dies when.
import { keysetList, lookUp, statement, type Transaction } from '@/lib/db';
import type { WireObject } from '../event-object';

export interface NewEventRow {
  readonly id: string;
  readonly project_id: string;
  readonly livemode: boolean;
  readonly type: string;
  readonly api_version: string;
  readonly object_id: string;
  readonly object: WireObject;
  readonly previous: WireObject | null;
  readonly created_at: string;
  /** Subscriptions that the event answers; with `endpoint_id` nobody's. */
  readonly subscriptions: readonly string[];
  /** The one endpoint it is for; null for all that subscribed. */
  readonly endpoint_id: string | null;
}

const insert = statement<never, [string]>(
  'events_insert',
  `WITH event AS (
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS event (
       id text, project_id text, livemode boolean, type text, api_version text, object_id text, object jsonb,
       previous jsonb, created_at timestamptz, subscriptions text[], endpoint_id text)
   ), recorded AS (
     INSERT INTO events (id, project_id, livemode, type, api_version, object_id, object, previous, created_at)
     SELECT id, project_id, livemode, type, api_version, object_id, object, nullif(previous, 'null'::jsonb), created_at
     FROM event
   )
   INSERT INTO webhook_deliveries (id, event_id, endpoint_id, started_at, next_attempt_at, created_at, updated_at)
   SELECT webhook_delivery_id(event.id, endpoint.id), event.id, endpoint.id,
          event.created_at, event.created_at, event.created_at, event.created_at
   FROM event JOIN webhook_endpoints endpoint ON endpoint.project_id = event.project_id
   WHERE endpoint.deleted_at IS NULL
     AND CASE WHEN event.endpoint_id IS NULL THEN endpoint.enabled_events && event.subscriptions
              ELSE endpoint.id = event.endpoint_id END`,
);

export async function insertEvents(tx: Transaction, rows: readonly NewEventRow[]): Promise<void> {
  await insert.run([JSON.stringify(rows)], tx);
}

export interface EventRow {
  id: string;
  livemode: boolean;
  type: string;
  apiVersion: string;
  object: WireObject;
  previous: WireObject | null;
  createdAt: Date;
}

const columns = `id, livemode, type, api_version AS "apiVersion", object, previous, created_at AS "createdAt"`;

/** Since when events are listed. */
export interface Retention {
  /** Business time. */
  readonly since: Date;
  /** No event of that time has a smaller id: it bounds the index. */
  readonly firstId: string;
}

const find = lookUp<EventRow, [string, string, Date]>(
  'event_find',
  `SELECT ${columns} FROM events WHERE id = $1 AND project_id = $2 AND created_at >= $3`,
);

export function findEvent(
  projectId: string,
  id: string,
  { since }: Retention,
  tx?: Transaction,
): Promise<EventRow | null> {
  return find.first([id, projectId, since], tx);
}

const about = statement<EventRow, [string, string[]]>(
  'event_find_about',
  `SELECT ${columns} FROM events WHERE object_id = ANY($2::text[]) AND project_id = $1 ORDER BY id`,
);

/** Every event about these objects, in the order in which they were recorded. */
export function findEventsAbout(projectId: string, objectIds: readonly string[]): Promise<EventRow[]> {
  return about.all([projectId, [...objectIds]]);
}

/** A project's events, newest first. */
export const eventPages = keysetList<EventRow, 'type'>({
  name: 'event',
  columns,
  from: 'events e',
  alias: 'e',
  filters: { type: 'text' },
});
