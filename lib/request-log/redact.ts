// What of a request may be kept: everything the partner needs to see his mistake, nothing that is a secret or a person.
import { scrub } from '@/lib/logging';

export const redacted = 'redacted';

/** Subtrees and values that hold a secret or a person, wherever they stand. */
const sensitiveNames = new Set([
  'accepted_by', 'access_token', 'account_name', 'account_number', 'address', 'applicant', 'client_assertion',
  'client_secret', 'date_of_birth', 'director', 'email', 'first_name', 'handoff_url', 'hosted_url', 'last_name',
  'nationality', 'password', 'payee', 'payer', 'phone', 'postcode', 'secret', 'sort_code', 'subject', 'token',
]); // prettier-ignore

/** Pairs of the partner's own; their names are his. */
const freeNames = new Set(['metadata']);

/** Request headers whose values are kept. Of the others only the name is. */
const shownRequestHeaders = new Set([
  'accept', 'accept-encoding', 'connection', 'content-encoding', 'content-length', 'content-type',
  'credicorp-version', 'host', 'idempotency-key', 'if-none-match', 'traceparent', 'transfer-encoding', 'user-agent',
]); // prettier-ignore

/** Answer headers that a developer asks about; what every answer carries is left out. */
const shownResponseHeaders = new Set([
  'allow', 'content-type', 'credicorp-request-id', 'etag', 'idempotency-replayed', 'location', 'ratelimit-limit',
  'ratelimit-remaining', 'ratelimit-reset', 'retry-after', 'www-authenticate',
]); // prettier-ignore

const maximumHeaders = 64;
const maximumHeaderLength = 512;
const maximumDepth = 12;

/** What PostgreSQL can store as text. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '');

function copy(value: unknown, known: ReadonlySet<string> | undefined, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > maximumDepth) return redacted;
  if (Array.isArray(value)) return value.map((item) => copy(item, known, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (inner !== null && sensitiveNames.has(name)) return [name, redacted];
      if (known && !known.has(name)) return [name, redacted];
      return [name, copy(inner, freeNames.has(name) ? undefined : known, depth + 1)];
    }),
  );
}

/**
 * `value` as JSON text without secrets and personal data.
 *
 * @param known the names whose values are kept; left out: every name that is not sensitive.
 */
export function redactJson(value: unknown, known?: ReadonlySet<string>): string {
  return scrub(storable(JSON.stringify(copy(value, known, 0))));
}

/** The request's headers: values of an allow-list, `redacted` for the rest. */
export function redactRequestHeaders(rawHeaders: readonly string[]): [string, string][] {
  const headers: [string, string][] = [];
  for (let i = 0; i + 1 < rawHeaders.length && headers.length < maximumHeaders; i += 2) {
    const name = (rawHeaders[i] as string).toLowerCase();
    const value = shownRequestHeaders.has(name) ? (rawHeaders[i + 1] as string) : redacted;
    headers.push([storable(name.slice(0, 64)), scrub(storable(value.slice(0, maximumHeaderLength)))]);
  }
  return headers;
}

/** The answer's headers that tell something of this answer. */
export function redactResponseHeaders(headers: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(headers)
    .filter(([name]) => shownResponseHeaders.has(name.toLowerCase()))
    .map(([name, value]) => [name.toLowerCase(), scrub(storable(value.slice(0, maximumHeaderLength)))]);
}

/** Path and query; values that look like secrets or sit where one must not are redacted. */
export function redactTarget(url: URL): string {
  for (const name of url.searchParams.keys()) {
    if (sensitiveNames.has(name)) url.searchParams.set(name, redacted);
  }
  return scrub(storable((url.pathname + url.search).slice(0, 2_048)));
}
