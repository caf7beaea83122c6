// Promise: bytes that are hardly HTTP get a documented 4xx or a closed connection, never a 5xx, and the server lives on. 5,000
// requests are put together from good and broken parts and written to sockets as they are. RAW_RUNS sends more, RAW_SEED
// repeats a run.
import { connect } from 'node:net';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { errorCodes } from '@/lib/core/errors';
import { call, clientOn, credentials, mint } from './product';

const runs = Number(process.env['RAW_RUNS'] ?? 5_000);
const seed = Number(process.env['RAW_SEED'] ?? 20_261_201);
const together = 24;
/** Longer than any answer takes, shorter than the server waits for the rest of a request. */
const patienceMs = 8_000;

const token = '{token}';
const methods = ['GET', 'GET', 'GET', 'POST', 'POST', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'get', 'FOO', 'G ET', '', 'P\x00ST', 'X'.repeat(300)]; // prettier-ignore
const targets = [
  '/partner/v1/project', '/partner/v1/project', '/partner/v1/applications', '/partner/v1/applications?limit=1',
  '/partner/v1/applications/app_00000000000000000000000000', '/partner/v1/oauth/token', '/partner/v1/oauth/introspect',
  '/public/v1/status', '/partner/v1/webhook_endpoints', '/partner/v1/nope', '/partner/v1/%ZZ', '/partner/v1/%00',
  '/partner/v1/%C0%AF', '/partner/v1/../v1/project', '/partner/v1/%2e%2e/project', '//partner/v1/project',
  '/partner//v1/project', '/partner/v1/project#x', '/partner/v1/project?a=%', '/partner/v1/project?\u00ff', '*', '',
  'partner/v1/project', 'http://evil.example/partner/v1/project', 'evil.example:443', '/partner/v1/a b',
  `/partner/v1/${'a'.repeat(9_000)}`, `/partner/v1/project?${'q=1&'.repeat(3_000)}`, '/partner/v1/pro\\ject', '/\x00',
]; // prettier-ignore
const versions = [
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.0',
  'HTTP/2.0',
  'HTTP/9.9',
  'HTTP',
  'http/1.1',
  '',
];
const headers = [
  'Host: localhost', 'Host: localhost', 'Host: localhost', 'Host:', 'Host: a b', 'Host: evil.example', 'Host: \x01',
  `Authorization: Bearer ${token}`, `Authorization: Bearer ${token}`, 'Authorization: Bearer x.y.z', 'Authorization: Basic ////',
  'Authorization: Bearer', `authorization: bearer ${token}`, `Authorization: Bearer ${'a'.repeat(9_000)}`,
  'Content-Type: application/json', 'Content-Type: application/json; charset=utf-16', 'Content-Type: application/x-www-form-urlencoded',
  'Content-Type: application/json, text/html', 'Content-Encoding: gzip', 'Idempotency-Key: raw', 'Idempotency-Key: \x7f', 'Idempotency-Key:',
  'Content-Length: 2', 'Content-Length: 2', 'Content-Length: -1', 'Content-Length: 1e3', 'Content-Length: 99999999999999999999',
  'Content-Length: 300000', 'Content-Length: 0x2', 'Transfer-Encoding: chunked', 'Transfer-Encoding: gzip, chunked', 'Transfer-Encoding: identity',
  'Transfer-Encoding : chunked', 'Transfer-Encoding: \x0bchunked', 'Expect: 100-continue', 'Expect: 200-maybe', 'Upgrade: websocket',
  'Connection: upgrade', 'Connection: close', 'Connection: keep-alive, te', 'X-Forwarded-For: 1, 2, 3', 'X-HTTP-Method-Override: DELETE',
  'RSC: 1', 'Next-Action: x', 'Range: bytes=0-1', ' folded: yes', 'no colon', ': no name', 'X\u00e9: 1', `X-Long: ${'b'.repeat(20_000)}`, 'A: \x00',
  'TE: trailers', 'Cookie: a=b; theme=dark', 'If-None-Match: *', 'Trailer: Content-Length',
]; // prettier-ignore
const bodies = ['', '', '{}', '[]', '{"a":1', '2\r\n{}\r\n0\r\n\r\n', '5\r\n{}', 'zz\r\n{}\r\n', 'FFFFFFFFFFFFFFFFF\r\n', '0\r\nContent-Length: 5\r\n\r\n', '\xff\xfe\x00', 'GET /partner/v1/project HTTP/1.1\r\nHost: x\r\n\r\n', 'grant_type=client_credentials', '{"a":'.repeat(200)]; // prettier-ignore

interface Parts {
  readonly method: string;
  readonly target: string;
  readonly version: string;
  readonly headers: readonly string[];
  readonly body: string;
}

const anything: fc.Arbitrary<Parts> = fc.record({
  method: fc.constantFrom(...methods),
  target: fc.constantFrom(...targets),
  version: fc.constantFrom(...versions),
  headers: fc.array(fc.constantFrom(...headers), { maxLength: 7 }),
  body: fc.constantFrom(...bodies),
});
/** Right but for one header, at the most. */
const nearlyRight: fc.Arbitrary<Parts> = fc.record({
  method: fc.constantFrom('GET', 'HEAD'),
  target: fc.constantFrom('/partner/v1/project', '/partner/v1/applications?limit=1', '/public/v1/status'),
  version: fc.constant('HTTP/1.1'),
  headers: fc
    .array(fc.constantFrom(...headers), { maxLength: 1 })
    .map((more) => ['Host: localhost', `Authorization: Bearer ${token}`, ...more]),
  body: fc.constant(''),
});

const rawRequest = fc
  .record({
    parts: fc.oneof({ weight: 4, arbitrary: anything }, { weight: 1, arbitrary: nearlyRight }),
    newline: fc.constantFrom('\r\n', '\r\n', '\r\n', '\r\n', '\n', '\r'),
    /** How much of it is sent. */
    kept: fc.constantFrom(1, 1, 1, 1, 0.9, 0.5),
    /** Sent twice on one connection. */
    pipelined: fc.constantFrom(false, false, false, true),
  })
  .map(({ newline, kept, pipelined, parts }) => {
    const line = [parts.method, parts.target, parts.version].join(' ');
    const text = [line, ...parts.headers, '', parts.body].join(newline);
    const sent = text.slice(0, Math.ceil(text.length * kept));
    return pipelined ? sent + text : sent;
  });

/** Everything that comes back before the connection ends; undefined when it does not end. */
function answerTo(port: number, text: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    const all = () => Buffer.concat(chunks).toString('latin1');
    const timer = setTimeout(() => {
      socket.destroy();
      resolve(undefined);
    }, patienceMs);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => undefined); // cut: what came before counts
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(all());
    });
    socket.end(Buffer.from(text, 'latin1'));
  });
}

interface Message {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

function messagesOf(answer: string): Message[] {
  return answer
    .split(/(?=HTTP\/1\.1 \d{3} )/)
    .filter((part) => part.startsWith('HTTP/1.1 '))
    .map((part) => {
      const end = part.indexOf('\r\n\r\n');
      return {
        status: Number(part.slice(9, 12)),
        head: part.slice(0, end).toLowerCase(),
        body: part.slice(end + 4),
      };
    });
}

/** The code of the envelope or of RFC 6749; undefined when it is neither. */
function codeOf({ body }: Message): string | undefined {
  try {
    const { error } = JSON.parse(body) as { error?: string | { code?: string } };
    return typeof error === 'string' ? error : error?.code;
  } catch {
    return undefined;
  }
}

const oauthCodes = ['invalid_request', 'invalid_client', 'temporarily_unavailable', 'unsupported_grant_type'];

test('whatever is written to a socket, no answer is a 5xx and none is undocumented', async () => {
  test.setTimeout(300_000);
  const { origin } = await credentials();
  const port = Number(new URL(origin).port);
  const bearer = await mint(await clientOn('platform'));
  const requests = fc.sample(rawRequest, { numRuns: runs, seed });

  const statuses = new Map<number, number>();
  const wrong: string[] = [];
  let silent = 0;
  const work = async (from: number): Promise<void> => {
    for (let index = from; index < requests.length; index += together) {
      const text = (requests[index] as string).replaceAll(token, bearer);
      const answer = await answerTo(port, text);
      if (answer === undefined) silent += 1;
      for (const message of messagesOf(answer ?? '')) {
        const { status, head } = message;
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        const what = `${JSON.stringify(text.slice(0, 200))} → ${status} ${message.body.slice(0, 120)}`;
        if (status >= 500) wrong.push(what);
        // HEAD has no body; a page's 404 is a page.
        if (status < 400 || message.body === '' || head.includes('content-type: text/html')) continue;
        const code = codeOf(message);
        const isKnown = code !== undefined && ([...errorCodes, ...oauthCodes] as string[]).includes(code);
        if (!isKnown) wrong.push(what);
      }
    }
  };
  await Promise.all(Array.from({ length: together }, (_, from) => work(from)));

  test.info().annotations.push({
    type: 'answers',
    description: JSON.stringify({ ...Object.fromEntries([...statuses].toSorted()), silent }),
  });
  expect(wrong.slice(0, 10)).toEqual([]);
  expect(silent, 'connections left open').toBe(0);
  // The generator reaches the pipeline too, not the parser's refusals alone.
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 404, 405]));
  expect((await call('/healthz')).status).toBe(200);
});
