// What the log can be asked for, under the names that both the page's address and the route know.
import type { RequestSummary } from '@/lib/request-log';

export const filterNames = [
  'status_class',
  'status',
  'code',
  'method',
  'operation',
  'client_id',
  'request_id',
  'idempotency_key',
  'object_id',
  'created_after',
  'created_before',
] as const;
export type FilterName = (typeof filterNames)[number];
export type RequestFilters = Partial<Readonly<Record<FilterName, string>>>;

export const filterLabels: Readonly<Record<FilterName, string>> = {
  status_class: 'Status',
  status: 'Exact status',
  code: 'Error code',
  method: 'Method',
  operation: 'Route',
  client_id: 'Client',
  request_id: 'Request',
  idempotency_key: 'Idempotency key',
  object_id: 'Object',
  created_after: 'From',
  created_before: 'Until',
};

/** Those that are set, always in the same order, so that two equal filters are spelled alike. */
export function setFilters(values: Partial<Record<string, unknown>>): RequestFilters {
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = values[name];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
}

/** What one search box means: an id of ours goes by its kind, anything else is taken for an idempotency key. */
export function filterOfText(text: string): RequestFilters {
  const asked = text.trim();
  const prefix = /^([a-z]+)_\w+/.exec(asked)?.[1];
  if (asked === '') return {};
  if (prefix === 'req') return { request_id: asked };
  if (prefix === 'cid') return { client_id: asked };
  if (prefix !== undefined && ['app', 'dec', 'off', 'plk', 'idc', 'dsb', 'evt', 'whend'].includes(prefix)) {
    return { object_id: asked };
  }
  return { idempotency_key: asked };
}

/** Whether a request that has just come belongs into the list. */
export function matches(row: RequestSummary, filters: RequestFilters): boolean {
  const facts: Readonly<Record<Exclude<FilterName, 'created_after' | 'created_before'>, string | null>> = {
    status_class: `${Math.floor(row.status / 100)}xx`,
    status: String(row.status),
    code: row.code,
    method: row.method,
    operation: row.operation,
    client_id: row.client_id,
    request_id: row.id,
    idempotency_key: row.idempotency_key,
    object_id: row.object_id,
  };
  const { created_after: after, created_before: before, ...exact } = filters;
  return (
    Object.entries(exact).every(([name, value]) => facts[name as keyof typeof facts] === value) &&
    (after === undefined || Date.parse(row.created) >= Date.parse(after)) &&
    (before === undefined || Date.parse(row.created) < Date.parse(before))
  );
}
