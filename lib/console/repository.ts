// Look-ups across tables for one account: whose is this id, and what happened to it?
import { pool } from '@/lib/db';

/** Where each kind of id lives. */
const tables = {
  app: 'applications',
  dec: 'applications',
  plk: 'payment_links',
  idc: 'identity_checks',
  dsb: 'disbursements',
  evt: 'events',
  whend: 'webhook_endpoints',
  req: 'request_log_entries',
  cid_sbx: 'oauth_clients',
  cid_live: 'oauth_clients',
} as const;
export type SearchableKind = keyof typeof tables;

export const searchableKinds = Object.keys(tables) as SearchableKind[];

/** The project of the account that the object belongs to; null when there is none. */
export async function selectProjectOf(
  kind: SearchableKind,
  id: string,
  partnerId: string,
): Promise<string | null> {
  const text =
    kind === 'dec'
      ? `SELECT o.project_id FROM applications o JOIN projects p ON p.id = o.project_id WHERE o.decision_id = $1 AND p.partner_id = $2`
      : `SELECT o.project_id FROM ${tables[kind]} o JOIN projects p ON p.id = o.project_id WHERE o.id = $1 AND p.partner_id = $2`;
  return (await pool().query<{ project_id: string }>(text, [id, partnerId])).rows[0]?.project_id ?? null;
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
