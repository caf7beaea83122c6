// Look-ups across tables for one account: whose is this id, and what happened to it?
import { pool } from '@/lib/db';

/** Where each kind of id lives: its row and the object on whose page it stands, its project being known by the latter. */
const own = (table: string, column = 'id') =>
  `SELECT o.project_id, o.id AS shown_id FROM ${table} o JOIN projects p ON p.id = o.project_id
   WHERE o.${column} = $1 AND p.partner_id = $2`;
const within = (part: string, reference: string, table: string) =>
  `SELECT o.project_id, o.id AS shown_id FROM ${part} part JOIN ${table} o ON o.id = part.${reference}
   JOIN projects p ON p.id = o.project_id WHERE part.id = $1 AND p.partner_id = $2`;
const statements = {
  app: own('applications'),
  dec: own('applications', 'decision_id'),
  off: `SELECT d.project_id, d.decision_id AS shown_id FROM decision_versions d JOIN projects p ON p.id = d.project_id
   WHERE d.offers @> jsonb_build_array(jsonb_build_object('id', $1::text)) AND p.partner_id = $2`,
  plk: own('payment_links'),
  idc: own('identity_checks'),
  dsb: own('disbursements'),
  evt: own('events'),
  whd: within('webhook_deliveries', 'event_id', 'events'),
  whend: own('webhook_endpoints'),
  req: own('request_log_entries'),
  cid_sbx: own('oauth_clients'),
  cid_live: own('oauth_clients'),
  sec: within('oauth_credentials', 'client_id', 'oauth_clients'),
  key: within('oauth_credentials', 'client_id', 'oauth_clients'),
} as const;
export type SearchableKind = keyof typeof statements;

export const searchableKinds = Object.keys(statements) as SearchableKind[];

/** The object of the account on whose page the id stands, with its project; undefined when there is none. */
export async function selectPlaceOf(
  kind: SearchableKind,
  id: string,
  partnerId: string,
): Promise<{ readonly project_id: string; readonly shown_id: string } | undefined> {
  type Row = { project_id: string; shown_id: string };
  return (await pool().query<Row>(statements[kind], [id, partnerId])).rows[0];
}

export interface TimelineRow {
  readonly kind: 'event' | 'act';
  readonly id: string;
  readonly name: string;
  readonly actor_kind: string | null;
  readonly actor_id: string | null;
  readonly request_id: string | null;
  readonly at: Date;
}

/** Events and audit entries of an object of the project, oldest first. */
export async function selectTimeline(projectId: string, objectId: string): Promise<TimelineRow[]> {
  const text = `
    SELECT 'event' AS kind, id, type AS name, NULL AS actor_kind, NULL AS actor_id, NULL AS request_id, created_at AS at
    FROM events WHERE object_id = $2 AND project_id = $1
    UNION ALL
    SELECT 'act', id, act, actor_kind, actor_id, request_id, created_at
    FROM audit_entries WHERE object_id = $2 AND stream = $1
    ORDER BY at, id LIMIT 200`;
  return (await pool().query<TimelineRow>(text, [projectId, objectId])).rows;
}

/** Whether the project has a webhook endpoint that was not deleted. */
export async function hasWebhookEndpoint(projectId: string): Promise<boolean> {
  const text =
    'SELECT EXISTS (SELECT FROM webhook_endpoints WHERE project_id = $1 AND deleted_at IS NULL) AS found';
  return (await pool().query<{ found: boolean }>(text, [projectId])).rows[0]?.found ?? false;
}
