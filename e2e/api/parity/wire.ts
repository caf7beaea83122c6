// One request, exactly as written, and what of the answer the contract speaks of.
import { request as httpRequest } from 'node:http';

export interface WireRequest {
  readonly method: string;
  /** Path and query, sent as they are. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Sends the body in chunks, without its length. */
  readonly chunked?: boolean;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Headers that the contract gives a meaning, and those that protect. Others (Date, Connection, Vary) are the host's. */
const contractHeaders = [
  'allow', 'cache-control', 'content-security-policy', 'content-type', 'credicorp-request-id', 'etag',
  'idempotency-replayed', 'location', 'ratelimit', 'ratelimit-limit', 'ratelimit-policy', 'ratelimit-remaining',
  'ratelimit-reset', 'referrer-policy', 'retry-after', 'set-cookie', 'strict-transport-security', 'www-authenticate',
  'x-content-type-options', 'x-credicorp-request-id', 'x-powered-by',
]; // prettier-ignore

/** Sends `wire` to `origin`. Redirects are not followed. */
export function exchange(origin: string, wire: WireRequest): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const bytes = wire.body === undefined ? undefined : Buffer.from(wire.body);
    const length = bytes && !wire.chunked ? { 'content-length': String(bytes.length) } : {};
    const request = httpRequest(
      origin,
      { method: wire.method, path: wire.path, headers: { ...length, ...wire.headers }, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const shown = contractHeaders.flatMap((name) => {
            const value = response.headers[name];
            return value === undefined ? [] : [[name, String(value)]];
          });
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(shown),
            text: Buffer.concat(chunks).toString(),
          });
        });
      },
    );
    request.on('error', reject);
    request.end(bytes);
  });
}

// Different in any two calls, on one host as on two.
const volatileMembers = new Set([
  'access_token',
  'handoff_url',
  'iat',
  'exp',
  'jti',
  'next_cursor',
  'remaining',
  'reset_seconds',
]);
const volatileText: readonly (readonly [RegExp, string])[] = [
  [/\b([a-z]{3,5})_[0-9a-hjkmnp-tv-z]{26}\b/g, '$1_*'],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, 'UUID'],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, 'TIME'],
];

function normaliseText(text: string): string {
  return volatileText.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);
}

function normaliseBody(text: string): unknown {
  try {
    return JSON.parse(text, (name, value: unknown) => {
      if (volatileMembers.has(name) && value !== null) return '*';
      return typeof value === 'string' ? normaliseText(value) : value;
    });
  } catch {
    return normaliseText(text);
  }
}

/** The answer without what no two calls have in common. */
export function normalised(answer: WireAnswer): unknown {
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => {
      if (name === 'ratelimit-remaining' || name === 'ratelimit-reset') return [name, '*'];
      if (name === 'ratelimit') return [name, value.replace(/;[rt]=\d+/g, '')];
      return [name, normaliseText(value)];
    }),
  );
  return { status: answer.status, headers, body: normaliseBody(answer.text) };
}
