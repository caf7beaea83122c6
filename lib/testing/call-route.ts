// Calls a route's function as the host does: a Web `Request` with the facts of its connection.
import type { RouteHandler } from '@/lib/api/partner-route';
import { withConnection } from '@/lib/api/connection';

export interface RouteCall {
  readonly method?: string;
  /** Path and query, such as `/partner/v1/applications?limit=2`. */
  readonly path: string;
  /** Path parameters, as the route table would find them. */
  readonly params?: Readonly<Record<string, string>>;
  /** A list of pairs sends one header twice. */
  readonly headers?: Readonly<Record<string, string>> | readonly (readonly [string, string])[];
  /** A string or bytes go as they are; anything else as JSON with its content type. */
  readonly body?: unknown;
  /** Access token for `Authorization: Bearer`. */
  readonly token?: string;
  readonly idempotencyKey?: string;
  readonly remoteAddress?: string;
}

export interface RouteAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined when it is empty or no JSON. Typed loosely: tests assert its shape. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly json: any;
}

function pairs(call: RouteCall): [string, string][] {
  const given = Array.isArray(call.headers)
    ? (call.headers as [string, string][])
    : Object.entries(call.headers ?? {});
  const list = given.map(([name, value]): [string, string] => [name, value]);
  const has = (name: string) => list.some(([other]) => other.toLowerCase() === name);
  if (call.token !== undefined) list.push(['authorization', `Bearer ${call.token}`]);
  if (call.idempotencyKey !== undefined) list.push(['idempotency-key', call.idempotencyKey]);
  const isJson =
    call.body !== undefined && typeof call.body !== 'string' && !(call.body instanceof Uint8Array);
  if (isJson && !has('content-type')) list.push(['content-type', 'application/json']);
  return list;
}

function bytesOf(body: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (body === undefined) return undefined;
  if (body instanceof Uint8Array) return Uint8Array.from(body);
  return Uint8Array.from(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Handler =
  | RouteHandler
  | ((
      request: Request,
      context: { params: Promise<Record<string, string> | undefined> },
    ) => Promise<Response>);

/** The whole body; of a stream, which has no end of its own, nothing: it is let go at once. */
async function readAll(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text();
  await response.body?.cancel();
  return '';
}

/** Calls `handler` and reads its whole answer; the connection then ends, so that leases go back. */
export async function callRoute(handler: Handler, call: RouteCall): Promise<RouteAnswer> {
  const headers = pairs(call);
  const bytes = bytesOf(call.body);
  if (bytes && !headers.some(([name]) => /^(content-length|transfer-encoding)$/i.test(name))) {
    headers.push(['content-length', String(bytes.length)]);
  }
  const request = new Request(new URL(call.path, 'http://localhost:3000'), {
    method: call.method ?? 'GET',
    headers: new Headers(headers),
    ...(bytes && { body: bytes }),
  });
  const whenEnded: (() => void)[] = [];
  const connection = {
    rawHeaders: headers.flat(),
    remoteAddress: call.remoteAddress ?? '127.0.0.1',
    onResponseEnd: (callback: () => void) => void whenEnded.push(callback),
  };
  const response = await withConnection(connection, () =>
    // Next gives a route without parameters none at all.
    handler(request, { params: Promise.resolve(call.params) }),
  );
  const text = await readAll(response);
  for (const callback of whenEnded) callback();
  return { status: response.status, headers: response.headers, text, json: parseJson(text) };
}
