// Turns a finished call into the row that is kept. Runs at flush time, off every request's path.
import type { FinishedCall } from './finished-call';
import { redactJson, redactRequestHeaders, redactResponseHeaders, redactTarget, storable } from './redact';

/** `omitted`: left out on purpose (too large to look into, or more calls than bodies are kept of). */
export type BodyNote = 'whole' | 'cut' | 'omitted' | 'unreadable' | 'empty';

export interface EntryRow {
  readonly id: string;
  readonly project_id: string;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly route: string;
  readonly operation_id: string;
  readonly status: number;
  readonly status_class: number;
  readonly error_code: string | null;
  readonly error_param: string | null;
  readonly client_id: string | null;
  readonly credential_id: string | null;
  readonly authenticated: boolean;
  readonly address: string | null;
  readonly object_id: string | null;
  readonly idempotency_key: string | null;
  readonly replayed: boolean;
  readonly duration_us: number;
  readonly detail: EntryDetail;
  readonly request_body: string | null;
  readonly request_body_note: BodyNote;
  readonly response_body: string | null;
  readonly response_body_note: BodyNote;
}

/** What only the page of one request shows. */
export interface EntryDetail {
  readonly request_headers: readonly (readonly [string, string])[];
  readonly response_headers: readonly (readonly [string, string])[];
  /** Microseconds of each step of the pipeline. */
  readonly timings_us: Readonly<Record<string, number>>;
  /** Whole tokens of each bucket, before and after this request. */
  readonly budget: readonly {
    policy: string;
    before: number;
    after: number;
    burst: number;
    rate_per_second: number;
  }[];
}

const keptBodyLength = 16 * 1024;
/** A longer answer is not looked into: parsing it would cost more than it tells. */
const readBodyLength = 64 * 1024;

interface Body {
  readonly text: string | null;
  readonly note: BodyNote;
}

function keep(text: string): Body {
  return text.length <= keptBodyLength
    ? { text, note: 'whole' }
    : { text: text.slice(0, keptBodyLength).toWellFormed(), note: 'cut' };
}

function requestBodyOf(call: FinishedCall): Body {
  if (call.requestBody !== undefined) return keep(redactJson(call.requestBody, call.knownFields()));
  // A body that is no JSON cannot be redacted, so it is not kept.
  const length = call.rawHeaders.findIndex((name, i) => i % 2 === 0 && /^content-length$/i.test(name));
  const sent = length !== -1 && call.rawHeaders[length + 1] !== '0';
  return { text: null, note: sent ? 'unreadable' : 'empty' };
}

function responseBodyOf({ responseBody }: FinishedCall): Body {
  if (responseBody === '') return { text: null, note: 'empty' };
  if (responseBody.length > readBodyLength) return { text: null, note: 'omitted' };
  return keep(redactJson(JSON.parse(responseBody)));
}

/** The route's template: the path with its parameters' names in the place of their values. */
function routeOf(pathname: string, params: FinishedCall['params']): string {
  const names = new Map(Object.entries(params).map(([name, value]) => [value, name]));
  return pathname
    .split('/')
    .map((part) => (names.has(part) ? `{${names.get(part) ?? ''}}` : part))
    .join('/');
}

const idOfAnswer = /^\{"id":"([a-z]+(?:_[a-z]+)*_[0-9a-hjkmnp-tv-z]{26})"/;
const idShape = /^[a-z]{2,8}(?:_[a-z]+)*_[0-9a-hjkmnp-tv-z]{26}$/;

/** What the request was about: the object it named, or the one it made. */
function objectIdOf(call: FinishedCall): string | null {
  const named = call.params['id'];
  if (named !== undefined && idShape.test(named)) return named;
  return idOfAnswer.exec(call.responseBody)?.[1] ?? null;
}

function budgetOf({ buckets = [], status }: FinishedCall): EntryDetail['budget'] {
  const taken = status === 429 ? 0 : 1; // a denial takes nothing
  return buckets.map(({ policy, remaining, limit }) => ({
    policy,
    before: remaining + taken,
    after: remaining,
    burst: limit.burst,
    rate_per_second: limit.ratePerSecond,
  }));
}

function timingsOf({ startedAt, marks, stepNames }: FinishedCall): Record<string, number> {
  const durations = marks.map((end, index) => micros(end - (marks[index - 1] ?? startedAt)));
  return Object.fromEntries(durations.map((duration, index) => [stepNames[index] ?? 'end', duration]));
}

const micros = (milliseconds: number) => Math.max(0, Math.round(milliseconds * 1000));

/**
 * @param owner whose log it goes into, and which client it names.
 * @param withBodies false when more calls came than bodies are kept of.
 */
export function toRow(
  call: FinishedCall,
  owner: { readonly projectId: string; readonly clientId: string | undefined },
  withBodies: boolean,
): EntryRow {
  const url = new URL(call.url);
  const route = routeOf(url.pathname, call.params);
  const omitted: Body = { text: null, note: 'omitted' };
  const request = withBodies ? requestBodyOf(call) : omitted;
  const response = withBodies ? responseBodyOf(call) : omitted;
  return {
    id: call.requestId,
    project_id: owner.projectId,
    at: new Date(call.at).toISOString(),
    method: call.method,
    path: redactTarget(url),
    route: storable(route.slice(0, 256)),
    operation_id: call.operationId,
    status: call.status,
    status_class: Math.floor(call.status / 100),
    error_code: call.errorCode ?? null,
    error_param: call.errorParam === undefined ? null : storable(call.errorParam.slice(0, 128)),
    client_id: owner.clientId ?? null,
    credential_id: call.credentialId ?? null,
    authenticated: call.projectId !== undefined,
    address: storable(call.address),
    object_id: objectIdOf(call),
    idempotency_key: call.idempotencyKey === undefined ? null : storable(call.idempotencyKey),
    replayed: call.responseHeaders['idempotency-replayed'] === 'true',
    duration_us: micros(call.durationMs),
    detail: {
      request_headers: redactRequestHeaders(call.rawHeaders),
      response_headers: redactResponseHeaders(call.responseHeaders),
      timings_us: timingsOf(call),
      budget: budgetOf(call),
    },
    request_body: request.text,
    request_body_note: request.note,
    response_body: response.text,
    response_body_note: response.note,
  };
}
