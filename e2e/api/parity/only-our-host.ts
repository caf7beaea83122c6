// What only our host can see, by name. Plain Next answers these in its own way or not at all; on our host each has
// a documented answer. The raw tests of lib/http-host hold many more spellings of them.

interface OnlyOurHost {
  readonly name: string;
  /** What plain Next does instead. */
  readonly otherwise: string;
  /** As they go over the wire. */
  readonly bytes: string;
  readonly status: number;
  /** Of the envelope; left out where the answer is not an error. */
  readonly code?: string;
}

/** @param token a valid access token. */
export function onlyOurHost(token: string): readonly OnlyOurHost[] {
  const get = (target: string, headers = '') =>
    `GET ${target} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n${headers}\r\n`;
  const post = (headers: string) =>
    `POST /partner/v1/applications HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n${headers}\r\n`;
  const malformed = { status: 400, code: 'malformed_request' };
  return [
    { name: 'two Authorization headers', otherwise: 'Node keeps the first', bytes: get('/partner/v1/project', 'Authorization: Bearer x\r\n'), ...malformed },
    { name: 'two Host headers', otherwise: 'Node keeps the first', bytes: get('/partner/v1/project', 'Host: other\r\n'), ...malformed },
    { name: 'no Host header', otherwise: 'Node answers 400 without a body', bytes: 'GET /partner/v1/project HTTP/1.1\r\n\r\n', ...malformed },
    { name: 'what is no HTTP', otherwise: 'Node answers 400 without a body', bytes: 'hello\r\n\r\n', ...malformed },
    { name: 'a length and chunks', otherwise: 'Node answers 400 without a body', bytes: post('Content-Length: 2\r\nTransfer-Encoding: chunked\r\n'), ...malformed },
    { name: 'headers beyond 16 KiB', otherwise: 'Node answers 431 without a body', bytes: get('/partner/v1/project', `X-A: ${'a'.repeat(17_000)}\r\n`), status: 431, code: 'malformed_request' },
    { name: 'a URL beyond 8 KiB', otherwise: 'it is served', bytes: get(`/partner/v1/project?a=${'a'.repeat(8_192)}`), status: 414, code: 'malformed_request' },
    { name: 'absolute form', otherwise: 'it is served or redirected', bytes: get('http://localhost/partner/v1/project'), ...malformed },
    { name: 'an empty segment', otherwise: 'it is redirected', bytes: get('//partner/v1/project'), ...malformed },
    { name: 'dot segments', otherwise: 'they are resolved', bytes: get('/docs/../partner/v1/project'), ...malformed },
    { name: 'an encoded slash', otherwise: 'a page that is not found', bytes: get('/partner%2Fv1/project'), ...malformed },
    { name: 'bad percent-encoding in a path', otherwise: 'a page that says bad request', bytes: get('/partner/v1/applications/%zz'), ...malformed },
    { name: 'a trailing slash', otherwise: 'it is redirected', bytes: get('/partner/v1/project/'), status: 200 },
    { name: 'TRACE', otherwise: 'Next answers 400 without a body', bytes: 'TRACE /partner/v1/project HTTP/1.1\r\nHost: localhost\r\n\r\n', status: 405, code: 'method_not_allowed' },
    { name: 'CONNECT', otherwise: 'Node ends the connection', bytes: 'CONNECT localhost:1 HTTP/1.1\r\nHost: localhost:1\r\n\r\n', ...malformed },
    { name: 'an expectation that cannot be met', otherwise: 'Node answers 417 without a body', bytes: get('/partner/v1/project', 'Expect: 200-ok\r\n'), ...malformed },
    { name: 'an upgrade', otherwise: 'Next ends the connection', bytes: get('/partner/v1/project', 'Connection: Upgrade\r\nUpgrade: websocket\r\n'), status: 200 },
  ]; // prettier-ignore
}

/** Names of independent requests to which plain Next gives an answer of its own, each with the reason. */
export const differencesUnderNext: ReadonlyMap<string, string> = new Map([
  ['a page request of Next by its headers', 'Next redirects to a URL with its own `_rsc` parameter'],
  ['query __proto__=1', 'Next loses a parameter of this name'],
  ['GET /metrics', 'without a token only this machine may read, and Next does not tell who asks'],
  ['HEAD /metrics', 'the same'],
]);
