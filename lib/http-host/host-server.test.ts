import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { currentConnection, headerValues } from '@/lib/api/connection';
import { createHostServer, type HostServer } from './host-server';
import type { RouteTable } from './router';
import { RawClient, rawExchange, type RawAnswer } from './testing/raw-client';

// What the routes below learnt, and gates with which a test holds them.
let reached: string[] = [];
let ended: string[] = [];
let gates = new Map<
  string,
  { entered: () => void; whenEntered: Promise<void>; open: () => void; whenOpen: Promise<void> }
>();

function gate(name: string) {
  let made = gates.get(name);
  if (!made) {
    const entered = Promise.withResolvers<void>();
    const open = Promise.withResolvers<void>();
    made = {
      entered: entered.resolve,
      whenEntered: entered.promise,
      open: open.resolve,
      whenOpen: open.promise,
    };
    gates.set(name, made);
  }
  return made;
}

const json = (value: unknown, init: { status?: number; headers?: Record<string, string> } = {}) =>
  new Response(JSON.stringify(value), {
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
  });

const refuseMethod = Object.assign(
  async () =>
    json({ error: { code: 'method_not_allowed' } }, { status: 405, headers: { allow: 'GET, HEAD' } }),
  {
    refusesMethod: true,
  },
);
const others = {
  POST: refuseMethod,
  PUT: refuseMethod,
  PATCH: refuseMethod,
  DELETE: refuseMethod,
  OPTIONS: refuseMethod,
};

async function readAtMost(request: Request, limit: number): Promise<number> {
  let length = 0;
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > limit) throw new Error('too long');
  }
  return length;
}

const facts = async (request: Request, { params }: { params: Promise<unknown> }) => {
  const url = new URL(request.url);
  reached.push(url.pathname);
  const name = url.searchParams.get('name') ?? '';
  currentConnection()?.onResponseEnd(() => ended.push(name));
  if (url.searchParams.has('hold')) {
    gate(name).entered();
    await gate(name).whenOpen;
  }
  const body = {
    path: url.pathname,
    params: await params,
    authorization: headerValues(request, 'authorization'),
    own: headerValues(request, 'x-own'),
    address: currentConnection()?.remoteAddress,
  };
  if (request.method !== 'HEAD') return json(body);
  return new Response(null, {
    headers: { 'content-length': String(Buffer.byteLength(JSON.stringify(body))) },
  });
};

const bodies = async (request: Request) => {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > 256 * 1024) return json({ error: { code: 'payload_too_large' } }, { status: 413 });
  try {
    if (request.headers.has('content-length')) {
      const bytes = Buffer.from(await request.arrayBuffer());
      return json({ length: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    }
    return json({ length: await readAtMost(request, 256 * 1024) });
  } catch (error) {
    ended.push('body failed');
    return json(
      { error: { code: (error as Error).message === 'too long' ? 'payload_too_large' : 'cut' } },
      { status: 413 },
    );
  }
};

const unknown = async () => json({ error: { code: 'route_not_found' } }, { status: 404 });
const unknownRoute = {
  GET: unknown,
  HEAD: unknown,
  POST: unknown,
  PUT: unknown,
  PATCH: unknown,
  DELETE: unknown,
  OPTIONS: unknown,
};

const routes: RouteTable = [
  ['/partner/v1/[[...path]]', unknownRoute],
  ['/partner/v1/project', { GET: facts, HEAD: facts, ...others }],
  ['/partner/v1/applications/[id]', { GET: facts, HEAD: facts, ...others }],
  ['/partner/v1/bodies', { ...others, GET: refuseMethod, HEAD: refuseMethod, POST: bodies }],
  [
    '/partner/v1/empty',
    {
      ...others,
      GET: refuseMethod,
      HEAD: refuseMethod,
      DELETE: async () => new Response(null, { status: 204 }),
    },
  ],
  [
    '/partner/v1/unchanged',
    {
      ...others,
      HEAD: refuseMethod,
      GET: async () => new Response(null, { status: 304, headers: { etag: '"1"' } }),
    },
  ],
  [
    '/partner/v1/broken',
    {
      ...others,
      HEAD: refuseMethod,
      GET: async () => {
        throw new Error('canary-internal-detail');
      },
    },
  ],
];

let host: HostServer;
let port: number;

beforeAll(async () => {
  host = createHostServer({
    routes,
    pages: (incoming, outgoing) => {
      outgoing.setHeader('content-type', 'text/html');
      outgoing.end(`<html>${incoming.url}</html>`);
    },
  });
  host.server.headersTimeout = 300;
  host.server.requestTimeout = 600;
  await new Promise<void>((resolve) => host.server.listen(0, '127.0.0.1', resolve));
  port = (host.server.address() as AddressInfo).port;
});
beforeEach(() => {
  reached = [];
  ended = [];
  gates = new Map();
});
afterAll(() => {
  host.server.closeAllConnections();
  host.server.close();
});

const get = (target: string, headers = '') => `GET ${target} HTTP/1.1\r\nHost: api.example\r\n${headers}\r\n`;
const last = (target: string, headers = '') => get(target, `Connection: close\r\n${headers}`);

function expectEnvelope(answer: RawAnswer | undefined, status: number): void {
  expect(answer?.status).toBe(status);
  const { error } = JSON.parse(answer?.body ?? '') as { error: Record<string, string> };
  expect(error).toMatchObject({ type: 'invalid_request_error', code: 'malformed_request' });
  expect(error['doc_url']).toBe('http://localhost:3000/docs/errors/malformed_request');
  expect(error['request_id']).toMatch(/^req_[0-9a-z]{26}$/);
  expect(answer?.headers).toMatchObject({
    'content-type': 'application/json',
    'cache-control': 'no-store',
    connection: 'close',
    'credicorp-request-id': error['request_id'],
    'x-credicorp-request-id': error['request_id'],
  });
}

async function expectRefused(bytes: string | Buffer, status = 400): Promise<void> {
  const { answers, closed } = await rawExchange(port, bytes);
  expect(answers).toHaveLength(1);
  expectEnvelope(answers[0], status);
  expect(closed).toBe(true);
  expect(reached).toEqual([]);
}

describe('facts of the connection', () => {
  it('shows both Authorization headers', async () => {
    const { answers } = await rawExchange(
      port,
      last('/partner/v1/project', 'Authorization: Bearer a\r\naUTHORIZATION: Bearer b\r\n'),
    );
    expect(JSON.parse(answers[0]!.body)).toMatchObject({
      authorization: ['Bearer a', 'Bearer b'],
      address: '127.0.0.1',
    });
  });

  it('keeps the facts of pipelined requests apart, and answers in order', async () => {
    const client = new RawClient(port);
    client.send(
      get('/partner/v1/project?name=one&hold', 'X-Own: 1\r\nAuthorization: a\r\n') +
        get('/partner/v1/project?name=two&hold') +
        get('/partner/v1/project?name=three', 'X-Own: 3\r\n'),
    );
    await Promise.all([gate('one').whenEntered, gate('two').whenEntered]);
    gate('two').open();
    await gate('two').whenOpen;
    gate('one').open();
    const { answers } = await client.answers(3);
    const seen = answers.map(
      (answer) => JSON.parse(answer.body) as { own: string[]; authorization: string[] },
    );
    expect(seen.map(({ own }) => own)).toEqual([['1'], [], ['3']]);
    expect(seen.map(({ authorization }) => authorization)).toEqual([['a'], [], []]);
    client.close();
  });

  it('tells the end of each response, and of one that was cut', async () => {
    const client = new RawClient(port).send(get('/partner/v1/project?name=whole'));
    await client.answers(1);
    await expect.poll(() => ended).toEqual(['whole']);
    client.send(get('/partner/v1/project?name=cut&hold'));
    await gate('cut').whenEntered;
    expect(ended).toEqual(['whole']);
    client.close();
    await expect.poll(() => ended).toEqual(['whole', 'cut']);
    gate('cut').open();
  });

  it('calls back at once when the response had been cut before anyone asked', async () => {
    const client = new RawClient(port).send(get('/partner/v1/project?name=early&hold'));
    await gate('early').whenEntered;
    client.close();
    await expect.poll(() => ended).toEqual(['early']);
  });
});

describe('unreadable HTTP', () => {
  it.each([
    ['no HTTP at all', 'hello\r\n\r\n'],
    ['an unknown method', 'FETCH /partner/v1/project HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a header without a colon', 'GET /partner/v1/project HTTP/1.1\r\nHost: a\r\nbroken\r\n\r\n'],
    ['a space before the colon', 'GET /partner/v1/project HTTP/1.1\r\nHost: a\r\nAuthorization : b\r\n\r\n'],
    ['a folded header', 'GET /partner/v1/project HTTP/1.1\r\nHost: a\r\nX-A: b\r\n c\r\n\r\n'],
    ['a NUL in a header', 'GET /partner/v1/project HTTP/1.1\r\nHost: a\r\nX-A: \0\r\n\r\n'],
    ['a bare LF', 'GET /partner/v1/project HTTP/1.1\nHost: a\n\n'],
    ['no Host', 'GET /partner/v1/project HTTP/1.1\r\n\r\n'],
    ['an empty Host', 'GET /partner/v1/project HTTP/1.1\r\nHost:\r\n\r\n'],
    ['a Host with a path', 'GET /partner/v1/project HTTP/1.1\r\nHost: a/b\r\n\r\n'],
    ['two Hosts', 'GET /partner/v1/project HTTP/1.1\r\nHost: a\r\nhOST: a\r\n\r\n'],
    [
      'length and chunks',
      'POST /partner/v1/bodies HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    [
      'chunks and length',
      'POST /partner/v1/bodies HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n',
    ],
    [
      'two lengths',
      'POST /partner/v1/bodies HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na',
    ],
    ['a negative length', 'POST /partner/v1/bodies HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n'],
    [
      'an unknown transfer coding',
      'POST /partner/v1/bodies HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, gzip\r\n\r\n',
    ],
    ['CONNECT', 'CONNECT db.internal:5432 HTTP/1.1\r\nHost: db.internal:5432\r\n\r\n'],
    ['another expectation', get('/partner/v1/project', 'Expect: 200-ok\r\n')],
    ['HTTP/2 without asking', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ])('refuses %s', (_, bytes) => expectRefused(bytes));

  it('refuses a broken chunk of a body that a handler is waiting for', () =>
    expectRefused('POST /partner/v1/bodies HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'));

  it('answers 431 to headers beyond 16 KiB', () =>
    expectRefused(get('/partner/v1/project', `X-A: ${'a'.repeat(17_000)}\r\n`), 431));
  it('answers 414 to a URL beyond 8 KiB', () =>
    expectRefused(get(`/partner/v1/project?a=${'a'.repeat(8_192)}`), 414));
  it('answers 414 to a URL beyond what Node reads', () =>
    expectRefused(get(`/partner/v1/project?a=${'a'.repeat(40_000)}`), 414));
  it('takes a URL of 8 KiB', async () => {
    const target = '/partner/v1/project?a=';
    const { answers } = await rawExchange(port, last(target + 'a'.repeat(8_192 - target.length)));
    expect(answers[0]?.status).toBe(200);
  });
  it('answers 408 to headers that do not come', () =>
    expectRefused('GET /partner/v1/project HTTP/1.1\r\nHost: a\r\n', 408));
  it('answers 408 to a body that does not come', () =>
    expectRefused('POST /partner/v1/bodies HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab', 408));

  it('lets an earlier request have its answer first', async () => {
    const client = new RawClient(port).send(`${get('/partner/v1/project?name=first&hold')}GARBAGE\r\n\r\n`);
    await gate('first').whenEntered;
    gate('first').open();
    const { answers, closed } = await client.ended();
    expect(answers.map(({ status }) => status)).toEqual([200, 400]);
    expectEnvelope(answers[1], 400);
    expect(closed).toBe(true);
  });

  it('reads a Host that stands once, whatever it says', async () => {
    const { answers } = await rawExchange(
      port,
      'GET /partner/v1/project HTTP/1.1\r\nHost: [::1]:3000\r\nConnection: close\r\n\r\n',
    );
    expect(answers[0]?.status).toBe(200);
  });
  it('takes HTTP/1.0 without a Host', async () => {
    const { answers, closed } = await rawExchange(port, 'GET /partner/v1/project HTTP/1.0\r\n\r\n');
    expect(answers[0]?.status).toBe(200);
    expect(closed).toBe(true);
  });
});

describe('one spelling of a path', () => {
  it.each([
    ['absolute form', 'http://api.example/partner/v1/project'],
    ['asterisk form', '*'],
    ['an empty segment', '/partner//v1/project'],
    ['an empty segment in front', '//partner/v1/project'],
    ['a dot segment', '/partner/v1/./project'],
    ['two dots', '/docs/../partner/v1/project'],
    ['two dots at the end', '/partner/v1/project/..'],
    ['encoded dots', '/docs/%2e%2E/partner/v1/project'],
    ['an encoded slash', '/partner%2Fv1/project'],
    ['an encoded slash in a parameter', '/partner/v1/applications/a%2fb'],
    ['a backslash', '/partner\\v1/project'],
    ['an encoded backslash', '/partner/v1%5cproject'],
    ['an encoded NUL', '/partner/v1/project%00'],
    ['bad percent-encoding', '/partner/v1/applications/%zz'],
    ['half a percent-encoding', '/partner/v1/applications/%2'],
    ['percent-encoding that is not UTF-8', '/partner/v1/applications/%ff'],
    ['overlong UTF-8', '/partner/v1/applications/%c0%af'],
    ['a fragment', '/partner/v1/project#x'],
    ['a raw byte beyond ASCII', '/partner/v1/applications/\xe9'],
  ])('refuses %s', (_, target) => expectRefused(get(target)));

  it('reads an encoded letter as the letter', async () => {
    const { answers } = await rawExchange(port, last('/p%61rtner/v1/applications/app%5F1'));
    expect(JSON.parse(answers[0]!.body)).toMatchObject({
      path: '/partner/v1/applications/app_1',
      params: { id: 'app_1' },
    });
  });
  it('does not count a trailing slash', async () => {
    const { answers } = await rawExchange(port, last('/partner/v1/project/?a=1'));
    expect(JSON.parse(answers[0]!.body)).toMatchObject({ path: '/partner/v1/project' });
  });
  it.each([
    'RSC: 1\r\nNext-Router-Prefetch: 1\r\n',
    'x-nextjs-data: 1\r\nx-middleware-subrequest: proxy\r\n',
  ])('ignores %s', async (headers) => {
    const { answers } = await rawExchange(port, last('/partner/v1/project?_rsc=1&nxtPid=2', headers));
    expect(answers[0]).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } });
  });
  it('answers an unknown path under the ring with JSON, and leaves the others to the pages', async () => {
    for (const target of ['/partner/v1', '/partner/v1/', '/partner/v1/nothing/here']) {
      const { answers } = await rawExchange(port, last(target));
      expect(answers[0]).toMatchObject({ status: 404, headers: { 'content-type': 'application/json' } });
    }
    const { answers } = await rawExchange(port, last('/docs/caf%C3%A9?a=%zz'));
    expect(answers[0]).toMatchObject({ status: 200, body: '<html>/docs/caf%C3%A9?a=%zz</html>' });
  });
});

describe('methods and bodies', () => {
  it.each(['TRACE', 'PROPFIND', 'PURGE', 'OPTIONS', 'POST', 'QUERY'])(
    'answers %s with the 405 of the route',
    async (method) => {
      const { answers } = await rawExchange(
        port,
        `${method} /partner/v1/project HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      );
      expect(answers[0]).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    },
  );

  it('sends HEAD without a body and with the length of GET', async () => {
    const client = new RawClient(port);
    client.send(`HEAD /partner/v1/project HTTP/1.1\r\nHost: a\r\n\r\n${last('/partner/v1/project')}`);
    const { answers } = await client.answers(2, ['HEAD', 'GET']);
    expect(answers[0]).toMatchObject({ status: 200, body: '' });
    expect(answers[0]?.headers['content-length']).toBe(answers[1]?.headers['content-length']);
    expect(answers[1]?.headers['content-length']).toBe(String(answers[1]?.body.length));
    client.close();
  });

  it('sends 204 and 304 without body or length, and keeps the connection', async () => {
    const client = new RawClient(port);
    client.send(
      `DELETE /partner/v1/empty HTTP/1.1\r\nHost: a\r\n\r\n${get('/partner/v1/unchanged')}${last('/partner/v1/project')}`,
    );
    const { answers } = await client.answers(3);
    expect(answers.map(({ status }) => status)).toEqual([204, 304, 200]);
    expect(answers[0]?.headers).not.toHaveProperty('content-length');
    expect(answers[0]?.headers).not.toHaveProperty('transfer-encoding');
    client.close();
  });

  it('hands a body over byte for byte', async () => {
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 256));
    const head = `POST /partner/v1/bodies HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ${bytes.length}\r\n\r\n`;
    const { answers } = await rawExchange(port, Buffer.concat([Buffer.from(head), bytes]));
    expect(JSON.parse(answers[0]!.body)).toEqual({
      length: 70_000,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  });

  it('refuses an oversized declared body before reading it', async () => {
    const client = new RawClient(port).send(
      'POST /partner/v1/bodies HTTP/1.1\r\nHost: a\r\nContent-Length: 262145\r\n\r\n',
    );
    const { answers } = await client.answers(1);
    expect(answers[0]).toMatchObject({ status: 413, headers: { connection: 'close' } });
    await client.ended();
  });

  it('refuses an over-long chunked body while it is still coming', async () => {
    const client = new RawClient(port).send(
      'POST /partner/v1/bodies HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    client.send(`${(300 * 1024).toString(16)}\r\n${'a'.repeat(300 * 1024)}\r\n`);
    const { answers } = await client.answers(1);
    expect(answers[0]).toMatchObject({ status: 413, headers: { connection: 'close' } });
    await client.ended();
  });

  it('gives the go-ahead for a body that may come, and none for one that may not', async () => {
    const expecting = (length: number) =>
      `POST /partner/v1/bodies HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: ${length}\r\n\r\n`;
    const client = new RawClient(port).send(expecting(3));
    expect((await client.answers(1)).answers[0]?.status).toBe(100);
    client.send('abc');
    expect((await client.ended()).answers.map(({ status }) => status)).toEqual([100, 200]);
    const large = await new RawClient(port).send(expecting(262_145)).answers(1);
    expect(large.answers[0]?.status).toBe(413);
  });

  it('tells a handler that waits for a body that was cut', async () => {
    const client = new RawClient(port).send(
      'POST /partner/v1/bodies HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\nabc',
    );
    await new Promise((resolve) => client.socket.once('connect', resolve));
    client.socket.end();
    await expect.poll(() => ended).toEqual(['body failed']);
  });

  it('answers the fault of a route with the envelope and says nothing of it', async () => {
    const { answers } = await rawExchange(port, last('/partner/v1/broken'));
    expect(answers[0]?.status).toBe(500);
    expect(JSON.parse(answers[0]!.body)).toMatchObject({ error: { code: 'server_error' } });
    expect(answers[0]!.body).not.toContain('canary');
  });

  it('answers an upgrade as the request it is', async () => {
    const { answers } = await rawExchange(
      port,
      get('/partner/v1/project', 'Connection: close, Upgrade\r\nUpgrade: websocket\r\n'),
    );
    expect(answers[0]?.status).toBe(200);
  });
});
