// Writing the log: one INSERT a flush, which also wakes whoever watches one of its projects.
import { statement } from '@/lib/db';
import type { Omission } from '../omissions';
import type { EntryRow } from '../to-row';

/** LISTEN here for the ids of projects with new rows. */
export const requestLogChannel = 'request_log';

const insert = statement<never, [string]>(
  'request_log_insert',
  `WITH inserted AS (
     INSERT INTO request_log_entries (id, project_id, at, method, path, route, operation_id, status, status_class,
       error_code, error_param, client_id, credential_id, authenticated, address, object_id, idempotency_key, replayed,
       duration_us, detail, request_body, request_body_note, response_body, response_body_note)
     SELECT * FROM json_to_recordset($1::json) AS new (id text, project_id text, at timestamptz, method text, path text,
       route text, operation_id text, status smallint, status_class smallint, error_code text, error_param text,
       client_id text, credential_id text, authenticated boolean, address text, object_id text, idempotency_key text,
       replayed boolean, duration_us int, detail jsonb, request_body text, request_body_note text, response_body text,
       response_body_note text)
     ON CONFLICT DO NOTHING
     RETURNING project_id
   )
   SELECT pg_notify('${requestLogChannel}', project_id) FROM (SELECT DISTINCT project_id FROM inserted) AS projects`,
);

/** Stores rows; those that a lost answer has stored already stay as they are. */
export async function insertEntries(rows: readonly EntryRow[]): Promise<void> {
  await insert.run([JSON.stringify(rows)]);
}

const addOmissions = statement<never, [string]>(
  'request_log_omissions_add',
  `INSERT INTO request_log_omissions AS known (project_id, second, reason, calls)
   SELECT project_id, second, reason, calls
   FROM json_to_recordset($1::json) AS new (project_id text, second timestamptz, reason request_log_omission_reason, calls int)
   ORDER BY project_id, second, reason
   ON CONFLICT (project_id, second, reason) DO UPDATE SET calls = known.calls + excluded.calls`,
);

export async function insertOmissions(omissions: readonly Omission[]): Promise<void> {
  const rows = omissions.map(({ projectId, second, reason, calls }) => ({
    project_id: projectId,
    second: new Date(second).toISOString(),
    reason,
    calls,
  }));
  await addOmissions.run([JSON.stringify(rows)]);
}

const owners = statement<{ id: string; project_id: string }, [string[]]>(
  'request_log_owners',
  `SELECT id, project_id FROM oauth_clients WHERE id = ANY($1)`,
);

/** The project of each client that there is, revoked ones included. */
export async function projectsOfClients(clientIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await owners.all([[...clientIds]]);
  return new Map(rows.map((row) => [row.id, row.project_id]));
}

const make = statement<{ made: number }, [number]>(
  'request_log_make_partitions',
  `SELECT request_log_make_partitions($1) AS made`,
);

/** Makes the tables of yesterday, today and the next days. @returns how many were missing. */
export async function makePartitions(daysAhead: number): Promise<number> {
  return (await make.first([daysAhead]))?.made ?? 0;
}

const drop = statement<{ dropped: number }, []>(
  'request_log_drop_partitions',
  `SELECT request_log_drop_partitions() AS dropped`,
);

/** Drops the tables of days that are more than 30 days ago. @returns how many. */
export async function dropPartitions(): Promise<number> {
  return (await drop.first([]))?.dropped ?? 0;
}

const eraseOmissions = statement<never, []>(
  'request_log_omissions_erase',
  `DELETE FROM request_log_omissions WHERE second < now() - interval '30 days'`,
);

export function eraseOldOmissions(): Promise<number> {
  return eraseOmissions.run([]);
}
