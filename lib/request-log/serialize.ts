// A request as the portal shows it.
import type {
  CausedEventRow,
  EntrySummary,
  ErrorGroupRow,
  OmissionRow,
  StoredEntry,
} from './repository/read';

const milliseconds = (micros: number) => micros / 1000;

export const toRequestSummary = (row: EntrySummary) => ({
  id: row.id,
  object: 'request' as const,
  created: row.at.toISOString(),
  method: row.method,
  path: row.path,
  route: row.route,
  operation: row.operation_id,
  status: row.status,
  code: row.error_code,
  param: row.error_param,
  client_id: row.client_id,
  credential_id: row.credential_id,
  /** False: the caller only named the client, and was refused. */
  authenticated: row.authenticated,
  address: row.address,
  object_id: row.object_id,
  idempotency_key: row.idempotency_key,
  replayed: row.replayed,
  duration_ms: milliseconds(row.duration_us),
});

export type RequestSummary = ReturnType<typeof toRequestSummary>;

export const toRequestDetail = (
  row: StoredEntry,
  events: readonly CausedEventRow[],
  acts: readonly { id: string; act: string; object_id: string; created_at: Date }[],
) => ({
  ...toRequestSummary(row),
  request_headers: row.detail.request_headers,
  response_headers: row.detail.response_headers,
  /** Milliseconds of each step, in their order. */
  timings_ms: Object.entries(row.detail.timings_us).map(([step, micros]) => ({
    step,
    duration_ms: milliseconds(micros),
  })),
  budget: row.detail.budget,
  request_body: row.request_body,
  request_body_note: row.request_body_note,
  response_body: row.response_body,
  response_body_note: row.response_body_note,
  events: events.map(({ id, type, object_id, created_at }) => ({
    id,
    type,
    object_id,
    created: created_at.toISOString(),
  })),
  acts: acts.map(({ id, act, object_id, created_at }) => ({
    id,
    act,
    object_id,
    created: created_at.toISOString(),
  })),
});

export type RequestDetail = ReturnType<typeof toRequestDetail>;

export const toErrorGroup = (row: ErrorGroupRow) => ({
  operation: row.operation_id,
  code: row.error_code,
  param: row.error_param,
  calls: row.calls,
  first: row.first_at.toISOString(),
  last: row.last_at.toISOString(),
  last_request_id: row.last_request_id,
});

export const toOmission = ({ second, reason, calls }: OmissionRow) => ({
  second: second.toISOString(),
  reason,
  calls,
});
