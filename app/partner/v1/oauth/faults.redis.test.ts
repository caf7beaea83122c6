// The token plane when a store is away (promises "Token endpoint"): PostgreSQL away is 503 and never
// `invalid_client`; Redis away changes nothing; a flushed Redis revives nothing.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { controlFeed, startControlFeed } from '@/lib/control-feed';
import { withTransaction } from '@/lib/db';
import { revokeCredential } from '@/lib/oauth';
import { callRoute, createClient, createProject, redisServer, type TestClient } from '@/lib/testing';
import { startTcpProxy, type TcpProxy } from '@/lib/testing/servers/tcp-proxy';
import { basic, postForm } from '@/lib/testing/token-plane';
import * as project from '../project/route';
import * as introspect from './introspect/route';
import * as revoke from './revoke/route';
import * as token from './token/route';

let proxy: TcpProxy;
let client: TestClient;
let own: Awaited<ReturnType<typeof createProject>>;

beforeAll(async () => {
  const url = new URL(process.env['DATABASE_URL']!);
  proxy = await startTcpProxy(url.hostname, Number(url.port));
  url.hostname = '127.0.0.1';
  url.port = String(proxy.port);
  process.env['DATABASE_URL'] = url.toString();
  await startControlFeed();
  own = await createProject({ livemode: true });
  client = await createClient(own);
});
afterAll(() => proxy.stop());

const mint = (secret = client.clientSecret) =>
  postForm(token.POST, {
    form: { grant_type: 'client_credentials' },
    headers: [basic(client.clientId, secret)],
  });
const show = (accessToken: string) =>
  callRoute(project.GET, { path: '/partner/v1/project', token: accessToken });

it('mints while Redis is away, and a revocation holds through a flush', async () => {
  const doomed = await createClient(own);
  const dead = await doomed.mint();
  expect((await show(dead)).status).toBe(200);
  const input = { projectId: own.id, clientId: doomed.clientId, credentialId: doomed.credentialId };
  const actor = { kind: 'system', job: 'test' } as const;
  await withTransaction((tx) => revokeCredential({ ctx: { tx, actor }, input }));
  await expect.poll(async () => (await show(dead)).status, { timeout: 1_000 }).toBe(401);

  await redisServer().kill();
  const answers = await Promise.all(Array.from({ length: 20 }, () => mint()));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect((await show(dead)).json.error.code).toBe('token_revoked');
  await redisServer().restart(); // empty
  expect((await mint()).status).toBe(200);
  expect((await show(dead)).json.error.code).toBe('token_revoked');
});

it('answers 503 with Retry-After while PostgreSQL is away, and recovers by itself', async () => {
  const { access_token: living } = (await mint()).json as { access_token: string };
  await proxy.cut();
  // Within its second of trust the process may still mint; it must never blame the client.
  const statuses = new Set<number>();
  await expect
    .poll(
      async () => {
        statuses.add((await mint()).status);
        return controlFeed().isFresh;
      },
      { timeout: 3_000, interval: 20 },
    )
    .toBe(false);
  expect([...statuses].every((status) => status === 200 || status === 503)).toBe(true);

  const headers = [basic(client.clientId, client.clientSecret)];
  const away = [
    await mint(),
    await mint('wrong'),
    await postForm(introspect.POST, { form: { token: living }, headers }),
    await postForm(revoke.POST, { form: { token: living }, headers }),
  ];
  for (const answer of away) {
    expect({ status: answer.status, text: answer.text }).toEqual({ status: 503, text: '{"error":"temporarily_unavailable"}' }); // prettier-ignore
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  }
  // What needs no database keeps its answer.
  expect((await postForm(token.POST, { form: {} })).status).toBe(400);

  await proxy.mend();
  await expect.poll(async () => (await mint()).status, { timeout: 5_000 }).toBe(200);
  expect((await show(living)).status).toBe(200);
});
