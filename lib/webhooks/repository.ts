// The outbox table. On every write's path, hence a prepared statement that takes all events of an act at once.
import { statement, type Transaction } from '@/lib/db';
import type { WireObject } from './event-object';

export interface EventRow {
  readonly id: string;
  readonly project_id: string;
  readonly livemode: boolean;
  readonly type: string;
  readonly api_version: string;
  readonly object_id: string;
  readonly object: WireObject;
  readonly previous: WireObject | null;
  readonly created_at: string;
}

const insert = statement<never, [string]>(
  'events_insert',
  `INSERT INTO events (id, project_id, livemode, type, api_version, object_id, object, previous, created_at)
   SELECT id, project_id, livemode, type, api_version, object_id, object, nullif(previous, 'null'::jsonb), created_at
   FROM jsonb_to_recordset($1::jsonb) AS event (
     id text, project_id text, livemode boolean, type text, api_version text, object_id text,
     object jsonb, previous jsonb, created_at timestamptz
   )`,
);

export async function insertEvents(tx: Transaction, rows: readonly EventRow[]): Promise<void> {
  await insert.run([JSON.stringify(rows)], tx);
}
