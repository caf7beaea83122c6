// Reading the log. A filter that may be rare has an index that ends in the id, the walk from the newest row back finds the
// common ones in the index that it walks, and a span of time is a span of ids: a page reads its rows in order, newest
// first, and touches the tables of those days alone.
import type { PageRequest } from '@/lib/core/pagination';
import { firstIdAt } from '@/lib/core/ids';
import { pool } from '@/lib/db';
import type { ErrorGroupsQuery, ListRequestsQuery } from '../schemas';
import type { EntryRow } from '../to-row';

export type StoredEntry = Omit<EntryRow, 'at'> & { readonly at: Date };

const summaryColumns = `id, project_id, at, method, path, route, operation_id, status, status_class, error_code, error_param,
  client_id, credential_id, authenticated, address, object_id, idempotency_key, replayed, duration_us`;

/** What a row of the list shows: everything but the bodies and headers. */
export type EntrySummary = Omit<
  StoredEntry,
  'detail' | 'request_body' | 'request_body_note' | 'response_body' | 'response_body_note'
>;

/** A condition that grows, with its values numbered. */
class Where {
  readonly values: unknown[] = [];
  readonly #conditions: string[] = [];

  add(condition: (placeholder: string) => string, value: unknown): this {
    if (value === undefined) return this;
    this.values.push(value);
    this.#conditions.push(condition(`$${this.values.length}`));
    return this;
  }

  get text(): string {
    return this.#conditions.join(' AND ');
  }
}

const idAt = (instant: string | undefined) => instant && firstIdAt('req', Date.parse(instant));

function inSpan(projectId: string, span: ErrorGroupsQuery): Where {
  return new Where()
    .add((value) => `project_id = ${value}`, projectId)
    .add((value) => `id >= ${value}`, idAt(span.created_after))
    .add((value) => `id < ${value}`, idAt(span.created_before));
}

/** One page of a project's rows, newest first. */
export async function selectEntries(
  projectId: string,
  page: PageRequest,
  filters: ListRequestsQuery,
): Promise<EntrySummary[]> {
  const where = inSpan(projectId, filters)
    .add((value) => `id < ${value}`, page.beforeId)
    .add((value) => `id = ${value}`, filters.request_id)
    .add((value) => `status_class = ${value}`, filters.status_class && Number(filters.status_class[0]))
    .add((value) => `status = ${value}`, filters.status)
    .add((value) => `error_code = ${value}`, filters.code)
    .add((value) => `method = ${value}`, filters.method)
    .add((value) => `operation_id = ${value}`, filters.operation)
    .add((value) => `client_id = ${value}`, filters.client_id)
    .add((value) => `idempotency_key = ${value}`, filters.idempotency_key)
    .add((value) => `object_id = ${value}`, filters.object_id);
  // The ids first: that much is answered by an index alone, and what is passed over costs no look at its row.
  const text = `SELECT ${summaryColumns} FROM request_log_entries
    JOIN (SELECT id FROM request_log_entries WHERE ${where.text} ORDER BY id DESC LIMIT ${page.rows}) AS page USING (id)
    ORDER BY id DESC`;
  return (await pool().query<EntrySummary>(text, where.values)).rows;
}

/** One row with its bodies; null unless it is the project's. */
export async function selectEntry(projectId: string, id: string): Promise<StoredEntry | null> {
  const text = 'SELECT * FROM request_log_entries WHERE id = $1 AND project_id = $2';
  return (await pool().query<StoredEntry>(text, [id, projectId])).rows[0] ?? null;
}

/** A project's rows after `afterId`, oldest first: what a watcher has not seen yet. */
export async function selectEntriesAfter(
  projectId: string,
  afterId: string,
  rows: number,
): Promise<EntrySummary[]> {
  const text = `SELECT ${summaryColumns} FROM request_log_entries WHERE project_id = $1 AND id > $2 ORDER BY id LIMIT $3`;
  return (await pool().query<EntrySummary>(text, [projectId, afterId, rows])).rows;
}

export interface ErrorGroupRow {
  readonly operation_id: string;
  readonly error_code: string;
  readonly error_param: string | null;
  readonly calls: number;
  readonly first_at: Date;
  readonly last_at: Date;
  readonly last_request_id: string;
}

const mostGroups = 100;

/** Refusals by route, code and field; the most frequent first. */
export async function selectErrorGroups(projectId: string, span: ErrorGroupsQuery): Promise<ErrorGroupRow[]> {
  const where = inSpan(projectId, span);
  const text = `
    SELECT operation_id, error_code, error_param, count(*)::int AS calls, min(at) AS first_at, max(at) AS last_at,
           max(id) AS last_request_id
    FROM request_log_entries WHERE ${where.text} AND error_code IS NOT NULL
    GROUP BY operation_id, error_code, error_param ORDER BY calls DESC, last_request_id DESC LIMIT ${mostGroups}`;
  return (await pool().query<ErrorGroupRow>(text, where.values)).rows;
}

export interface OmissionRow {
  readonly second: Date;
  readonly reason: 'throttled' | 'unauthenticated' | 'overload';
  readonly calls: number;
}

/** What was counted instead of stored in a span, newest first. */
export async function selectOmissions(projectId: string, from: Date, to: Date): Promise<OmissionRow[]> {
  const text = `SELECT second, reason, calls FROM request_log_omissions
    WHERE project_id = $1 AND second >= $2 AND second <= $3 ORDER BY second DESC LIMIT 500`;
  return (await pool().query<OmissionRow>(text, [projectId, from, to])).rows;
}

export interface CausedEventRow {
  readonly id: string;
  readonly type: string;
  readonly object_id: string;
  readonly created_at: Date;
}

/**
 * Events that a request caused: those of its object that were recorded while it ran. An event's id tells real time;
 * its `created_at` is the project's own.
 */
export async function selectCausedEvents(
  projectId: string,
  objectId: string,
  from: string,
  to: string,
): Promise<CausedEventRow[]> {
  const text = `SELECT id, type, object_id, created_at FROM events
    WHERE object_id = $1 AND project_id = $2 AND id >= $3 AND id < $4 ORDER BY id LIMIT 50`;
  return (await pool().query<CausedEventRow>(text, [objectId, projectId, from, to])).rows;
}

/** Audit entries that carry the request's id: what it did. */
export async function selectActs(projectId: string, requestId: string, objectId: string | null) {
  const text = `SELECT id, act, object_id, actor_kind, actor_id, created_at FROM audit_entries
    WHERE stream = $1 AND request_id = $2 AND object_id = $3 ORDER BY id LIMIT 50`;
  type Row = {
    id: string;
    act: string;
    object_id: string;
    actor_kind: string;
    actor_id: string;
    created_at: Date;
  };
  return (await pool().query<Row>(text, [projectId, requestId, objectId])).rows;
}
