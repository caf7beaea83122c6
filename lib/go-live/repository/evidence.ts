// The queries behind the checklist, each over the traffic of one project's programs. What a person sent by hand from the console
// proves nothing about them.
import { handCredentialId } from '@/lib/core/hand-credential';
import { pool } from '@/lib/db';

export interface Proof {
  readonly kind: 'request' | 'event' | 'endpoint';
  readonly id: string;
  readonly at: string;
}

export interface Span {
  readonly projectId: string;
  readonly since: Date;
  /** The smallest request id that can have been made since then. */
  readonly fromId: string;
}

interface Row {
  readonly id: string;
  readonly at: Date;
}

/** Not sent by hand. Unauthenticated calls bear no credential at all. */
const byProgram = (hand: string, table = '') => `${table}credential_id IS DISTINCT FROM ${hand}`;

const toProof = (row: Row | undefined, kind: Proof['kind'] = 'request'): Proof | null =>
  row ? { kind, id: row.id, at: row.at.toISOString() } : null;

async function newest(text: string, values: unknown[], kind?: Proof['kind']): Promise<Proof | null> {
  return toProof((await pool().query<Row>(text, values)).rows[0], kind);
}

/** How many calls were made with how many tokens. */
export async function tokenUse({ projectId, since, fromId }: Span) {
  const text = `SELECT
      coalesce(sum(calls) FILTER (WHERE operation_id = 'createAccessToken' AND status = 200), 0)::float8 AS tokens,
      coalesce(sum(calls) FILTER (WHERE operation_id NOT LIKE '%AccessToken' AND status < 300), 0)::float8 AS calls
    FROM usage_minutes WHERE project_id = $1 AND minute >= $2 AND credential_id <> $3`;
  const [sums, proof] = await Promise.all([
    pool().query<{ tokens: number; calls: number }>(text, [projectId, since, handCredentialId(projectId)]),
    newest(
      `SELECT id, at FROM request_log_entries WHERE project_id = $1 AND id >= $2 AND status_class = 2
       AND operation_id NOT LIKE '%AccessToken' AND ${byProgram('$3')} ORDER BY id DESC LIMIT 1`,
      [projectId, fromId, handCredentialId(projectId)],
    ),
  ]);
  return { tokens: sums.rows[0]?.tokens ?? 0, calls: sums.rows[0]?.calls ?? 0, newest: proof };
}

/** The newest successful write with, or without, an idempotency key. Token calls are no writes. */
export function newestWrite({ projectId, fromId }: Span, keyed: boolean): Promise<Proof | null> {
  return newest(
    `SELECT id, at FROM request_log_entries WHERE project_id = $1 AND id >= $2 AND method = 'POST' AND status_class = 2
     AND route NOT LIKE '/partner/v1/oauth/%' AND (idempotency_key IS NOT NULL) = $4 AND ${byProgram('$3')}
     ORDER BY id DESC LIMIT 1`,
    [projectId, fromId, handCredentialId(projectId), keyed],
  );
}

/** The newest 429, and whether the same client stayed silent for at least its `Retry-After`. */
export async function newestThrottle({
  projectId,
  fromId,
}: Span): Promise<(Proof & { readonly waited: boolean }) | null> {
  const text = `
    SELECT t.id, t.at, following.at AS next_at, coalesce((
      SELECT header ->> 1 FROM jsonb_array_elements(t.detail -> 'response_headers') AS header
      WHERE header ->> 0 = 'retry-after'), '1')::float8 AS retry_after
    FROM request_log_entries t LEFT JOIN LATERAL (
      SELECT n.at FROM request_log_entries n
      WHERE n.project_id = t.project_id AND n.client_id = t.client_id AND n.id > t.id AND n.at > t.at
        AND ${byProgram('$3', 'n.')} ORDER BY n.id LIMIT 1
    ) AS following ON true
    WHERE t.project_id = $1 AND t.id >= $2 AND t.status_class = 4 AND t.status = 429
      AND ${byProgram('$3', 't.')} ORDER BY t.id DESC LIMIT 1`;
  type ThrottleRow = Row & { next_at: Date | null; retry_after: number };
  const row = (await pool().query<ThrottleRow>(text, [projectId, fromId, handCredentialId(projectId)]))
    .rows[0];
  const proof = toProof(row);
  if (!row || !proof) return null;
  return {
    ...proof,
    waited: row.next_at !== null && row.next_at.getTime() - row.at.getTime() >= row.retry_after * 1000,
  };
}

/** The newest refusal of input (400, 409, 422) after which the same client's same operation succeeded within an hour. */
export function handledError({ projectId, fromId }: Span): Promise<Proof | null> {
  return newest(
    `SELECT e.id, e.at FROM request_log_entries e
     WHERE e.project_id = $1 AND e.id >= $2 AND e.status_class = 4 AND e.status IN (400, 409, 422) AND EXISTS (
       SELECT FROM request_log_entries s WHERE s.project_id = e.project_id AND s.operation_id = e.operation_id
         AND s.client_id = e.client_id AND s.id > e.id AND s.at < e.at + interval '1 hour' AND s.status_class = 2
         AND ${byProgram('$3', 's.')})
       AND ${byProgram('$3', 'e.')} ORDER BY e.id DESC LIMIT 1`,
    [projectId, fromId, handCredentialId(projectId)],
  );
}

/** The newest event that a receiver took with 2xx. */
export function deliveredEvent({ projectId, since }: Span): Promise<Proof | null> {
  return newest(
    `SELECT e.id, d.updated_at AS at FROM webhook_deliveries d JOIN events e ON e.id = d.event_id
     WHERE e.project_id = $1 AND d.status = 'succeeded' AND d.updated_at >= $2 ORDER BY d.updated_at DESC LIMIT 1`,
    [projectId, since],
    'event',
  );
}

/** An endpoint whose newest fire drill showed that it accepts what nobody signed, or what was signed long ago. */
export function acceptedForgery({ projectId, since }: Span): Promise<Proof | null> {
  return newest(
    `SELECT newest.endpoint_id AS id, newest.started_at AS at FROM (
       SELECT DISTINCT ON (d.endpoint_id) d.endpoint_id, d.started_at, d.refuses_forgeries
       FROM webhook_drills d JOIN webhook_endpoints e ON e.id = d.endpoint_id
       WHERE d.project_id = $1 AND d.started_at >= $2 AND d.shots IS NOT NULL AND e.deleted_at IS NULL
       ORDER BY d.endpoint_id, d.id DESC
     ) AS newest WHERE NOT newest.refuses_forgeries ORDER BY newest.started_at DESC LIMIT 1`,
    [projectId, since],
    'endpoint',
  );
}

/** The newest successful reading of a declined application or of its decision. */
export function readDecline({ projectId, fromId }: Span): Promise<Proof | null> {
  return newest(
    `SELECT r.id, r.at FROM request_log_entries r JOIN applications a ON r.object_id IN (a.id, a.decision_id)
     WHERE r.project_id = $1 AND r.id >= $2 AND r.method = 'GET' AND r.status_class = 2
       AND a.project_id = $1 AND a.status = 'declined' AND ${byProgram('$3', 'r.')}
     ORDER BY r.id DESC LIMIT 1`,
    [projectId, fromId, handCredentialId(projectId)],
  );
}

/** The newest disbursement that was asked for. */
export function newestDisbursement({ projectId, fromId }: Span): Promise<Proof | null> {
  return newest(
    `SELECT id, at FROM request_log_entries WHERE project_id = $1 AND id >= $2 AND operation_id = 'requestDisbursement'
     AND status_class = 2 AND ${byProgram('$3')} ORDER BY id DESC LIMIT 1`,
    [projectId, fromId, handCredentialId(projectId)],
  );
}
