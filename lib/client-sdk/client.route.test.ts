// The client against the real routes: our host, its whole route table, PostgreSQL and the limiter.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHostServer } from '@/lib/http-host/host-server';
import { createClient, createProject, type TestClient } from '@/lib/testing';
import { importRouteTable } from '@/scripts/route-table-plugin.mjs';
import { createPartnerClient, PartnerApiError, PartnerOAuthError, type PartnerClientSettings } from './index';

let server: Server;
let origin: string;
let credentials: TestClient;

beforeAll(async () => {
  const host = createHostServer({
    routes: await importRouteTable(),
    pages: (_, outgoing) => void outgoing.writeHead(404).end(),
  });
  server = host.server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => {
  server.closeAllConnections();
  server.close(resolve);
})); // prettier-ignore

beforeEach(async () => {
  credentials = await createClient(await createProject());
});

const partner = (settings: Partial<PartnerClientSettings> = {}) =>
  createPartnerClient({
    origin,
    clientId: credentials.clientId,
    clientSecret: credentials.clientSecret,
    ...settings,
  });

const application = (reference: string) => ({
  business: { company_number: '00000401' },
  amount_pence: 2_500_000,
  term_months: 12,
  redirect_uri: 'https://partner.example/back',
  reference,
});

/** The network, with a way to see what is sent and to spoil what comes back. */
function wire(spoil: (request: Request, response: Response, count: number) => Response | Promise<Response>) {
  const sent: Request[] = [];
  const fetchThrough = async (request: Request): Promise<Response> => {
    sent.push(request);
    return spoil(request, await fetch(request.clone()), sent.length);
  };
  return { sent, surroundings: { fetch: fetchThrough, sleep: async () => undefined } };
}

describe('calls', () => {
  it('reads, writes and reads again, typed by the document', async () => {
    const client = partner();
    expect(await client.get('/project')).toMatchObject({ object: 'project', tier: 'build' });
    const made = await client.post('/applications', { body: application('one') });
    expect(made.status).toBe('created');
    expect(await client.get('/applications/{id}', { path: { id: made.id } })).toEqual(made);
    const withdrawn = await client.post('/applications/{id}/withdraw', { path: { id: made.id } });
    expect(withdrawn.status).toBe('withdrawn');
  });

  it('mints one token for many calls, with the scopes that were asked for', async () => {
    const { sent, surroundings } = wire((_, response) => response);
    const client = partner({ surroundings, scopes: ['applications:read'] });
    const [project] = await Promise.all([
      client.get('/project'),
      client.get('/project'),
      client.get('/applications'),
    ]);
    expect(sent.filter(({ url }) => url.endsWith('/oauth/token'))).toHaveLength(1);
    expect(project.scopes).toEqual(['applications:read']);
  });

  it('mints anew, once, when its token was revoked', async () => {
    const { sent, surroundings } = wire((_, response) => response);
    const client = partner({ surroundings });
    await client.get('/project');
    const token = sent.at(-1)!.headers.get('authorization')!.replace('Bearer ', '');
    const revoked = await fetch(`${origin}/partner/v1/oauth/revoke`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${credentials.clientId}:${credentials.clientSecret}`)}` },
      body: new URLSearchParams({ token }),
    });
    expect(revoked.status).toBe(200);
    expect(await client.get('/project')).toMatchObject({ object: 'project' });
    expect(sent.filter(({ url }) => url.endsWith('/oauth/token'))).toHaveLength(2);
  });
});

describe('a write whose answer is lost', () => {
  it('is sent again with the same key and done once', async () => {
    const { sent, surroundings } = wire((request, response) => {
      const first = sent.filter(({ url }) => url.endsWith('/applications')).length === 1;
      if (request.method === 'POST' && request.url.endsWith('/applications') && first) {
        throw new TypeError('terminated');
      }
      return response;
    });
    const client = partner({ surroundings });
    const made = await client.post('/applications', { body: application('lost') });
    const keys = sent.flatMap((request) => request.headers.get('idempotency-key') ?? []);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    const { data } = await client.get('/applications', { query: { reference: 'lost' } });
    expect(data.map(({ id }) => id)).toEqual([made.id]);
  });

  it('has a key of its own for each call, or the one it is given', async () => {
    const client = partner();
    const [one, two] = [
      await client.post('/applications', { body: application('a') }),
      await client.post('/applications', { body: application('a') }),
    ];
    expect(one.id).not.toBe(two.id);
    const twice = { body: application('b'), idempotencyKey: 'order-17' };
    expect(await client.post('/applications', twice)).toEqual(await client.post('/applications', twice));
  });
});

describe('refusals', () => {
  it('carry code, field, all fields and the request id', async () => {
    const body = { ...application('wrong'), amount_pence: 1, term_months: 1 };
    const error = await partner()
      .post('/applications', { body })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PartnerApiError);
    expect(error).toMatchObject({
      status: 422,
      type: 'invalid_request_error',
      code: 'invalid_amount',
      param: 'amount_pence',
      requestId: expect.stringMatching(/^req_/),
      docUrl: expect.stringMatching(/\/docs\/errors\/invalid_amount$/),
    });
    expect((error as PartnerApiError).details.map(({ param }) => param)).toEqual([
      'amount_pence',
      'term_months',
    ]);
  });

  it('of the token endpoint are errors of their own', async () => {
    const { sent, surroundings } = wire((_, response) => response);
    const refused = partner({ clientSecret: `${credentials.clientSecret}x`, surroundings }).get('/project');
    await expect(refused).rejects.toThrow(PartnerOAuthError);
    await expect(refused).rejects.toMatchObject({ status: 401, error: 'invalid_client' });
    expect(sent).toHaveLength(1);
  });

  it('of a proxy on the way keep their status', async () => {
    const { surroundings } = wire((request, response) =>
      request.url.endsWith('/project') ? new Response('<h1>Bad gateway</h1>', { status: 502 }) : response,
    );
    await expect(partner({ surroundings, retry: { attempts: 2 } }).get('/project')).rejects.toMatchObject({
      status: 502,
      code: 'temporarily_unavailable',
    });
  });
});

it('waits out the limiter', async () => {
  const { sent, surroundings } = wire((_, response) => response);
  // The real pauses: the refill is in the limiter's own time.
  const client = partner({ surroundings: { fetch: surroundings.fetch }, retry: { attempts: 10 } });
  const made = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      client.post('/applications', { body: application(`burst-${index}`) }),
    ),
  );
  expect(new Set(made.map(({ id }) => id)).size).toBe(8);
  expect(sent.filter(({ url }) => url.endsWith('/applications')).length).toBeGreaterThan(8);
});

it('walks a list to its end, page after page', async () => {
  const client = partner();
  const made: string[] = [];
  for (let index = 0; index < 5; index += 1) {
    made.unshift((await client.post('/applications', { body: application(`list-${index}`) })).id);
  }
  const seen: string[] = [];
  for await (const { id } of client.list('/applications', { query: { limit: 2 } })) seen.push(id);
  expect(seen).toEqual(made);
  const { value: first } = await client.list('/applications', { query: { limit: 1 } }).next();
  expect(first?.id).toBe(made[0]);
});
