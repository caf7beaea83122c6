// Two hosts, one set of route files: whatever a caller sends, our host and plain `next start` answer the same
// status, body and contract headers, save for the named list of what only our host can see.
import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { RawClient } from '@/lib/http-host/testing/raw-client';
import { call, clientOn, credentials, mint } from '../product';
import { differencesUnderNext, onlyOurHost } from './only-our-host';
import { startPlainNext, type PlainNext } from './plain-next';
import { freshKey, independentRequests, type World } from './requests';
import { exchange, normalised, type WireRequest } from './wire';

let plain: PlainNext;
let ours: string;
let world: World;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  ours = (await credentials()).origin;
  plain = await startPlainNext(ours);
  const client = await clientOn('platform');
  world = {
    paths: (await call('/partner/v1/openapi.json')).json.paths,
    token: await mint(client),
    narrowToken: await mint(client, 'webhooks:read'),
    clientId: client.client_id,
    clientSecret: client.client_secret,
  };
});
test.afterAll(() => plain.process.stop());

/** The answers of both hosts to the same request. */
async function both(wire: WireRequest) {
  const send = (origin: string) => {
    const headers = wire.headers?.['idempotency-key'] === freshKey && { 'idempotency-key': randomUUID() };
    return exchange(origin, { ...wire, headers: { ...wire.headers, ...headers } });
  };
  const [own, next] = await Promise.all([send(ours), send(plain.origin)]);
  return { own, next };
}

test('independent requests have equal answers', async () => {
  test.setTimeout(600_000);
  const requests = independentRequests(world);
  expect(requests.length).toBeGreaterThan(350);
  const different: unknown[] = [];
  for (const { name, ...wire } of requests) {
    const { own, next } = await both(wire);
    expect(own.status, name).toBeLessThan(500);
    expect(own.headers['content-type'] ?? '', name).not.toContain('html');
    const [seen, expected] = [normalised(own), normalised(next)];
    const equal = JSON.stringify(seen) === JSON.stringify(expected);
    if (differencesUnderNext.has(name))
      expect(equal, `${name} is equal by now; strike it off the list`).toBe(false);
    else if (!equal) different.push({ name, ours: seen, next: expected });
  }
  expect(different).toEqual([]);
});

test('the life of an application has equal answers', async () => {
  const headers = (key?: string) => ({
    authorization: `Bearer ${world.token}`,
    'content-type': 'application/json',
    ...(key && { 'idempotency-key': key }),
  });
  const live = async (origin: string) => {
    const answers: unknown[] = [];
    const send = async (method: string, path: string, body?: unknown, key: string = randomUUID()) => {
      const answer = await exchange(origin, {
        method,
        path,
        headers: headers(method === 'POST' ? key : undefined),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      answers.push(normalised(answer));
      return JSON.parse(answer.text || 'null') as { id?: string };
    };
    const application = {
      business: { company_number: 'ZZ000401' },
      amount_pence: 1_000_000,
      term_months: 12,
      applicant: { email: 'ada@example.com' },
      reference: randomUUID(),
    };
    const key = randomUUID();
    const { id = '' } = await send('POST', '/partner/v1/applications', application, key);
    await send('POST', '/partner/v1/applications', application, key);
    await send('POST', '/partner/v1/applications', { ...application, term_months: 6 }, key);
    await send('GET', `/partner/v1/applications/${id}`);
    await send('HEAD', `/partner/v1/applications/${id}`);
    await send('GET', `/partner/v1/decisions/${id}`);
    await send('POST', `/partner/v1/applications/${id}/accept`, { offer_id: 'x' });
    await send('POST', `/partner/v1/applications/${id}/withdraw`);
    await send('POST', `/partner/v1/applications/${id}/withdraw`, {});
    await send('POST', `/partner/v1/applications/${id}/submit`);
    await send('GET', `/partner/v1/applications?reference=${application.reference}`);
    return answers;
  };
  const own = await live(ours);
  expect(await live(plain.origin)).toEqual(own);
});

test('a refused rate has equal answers', async () => {
  // Each host meters in this process alone here, so each has a bucket of its own to empty.
  const token = await mint(await clientOn('build'));
  const wire = { method: 'GET', path: '/partner/v1/project', headers: { authorization: `Bearer ${token}` } };
  const refusedBy = async (origin: string) => {
    for (let sent = 0; sent < 200; sent += 10) {
      const answers = await Promise.all(Array.from({ length: 10 }, () => exchange(origin, wire)));
      const refused = answers.find(({ status, text }) => status === 429 && text.includes('"rate_limited"'));
      if (refused) return normalised(refused);
    }
    throw new Error('200 requests were not refused');
  };
  expect(await refusedBy(plain.origin)).toEqual(await refusedBy(ours));
});

test('what only our host can see has its documented answer there', async () => {
  const port = Number(new URL(ours).port);
  for (const { name, bytes, status, code } of onlyOurHost(world.token)) {
    const client = new RawClient(port).send(bytes);
    const { answers } = await client.answers(1);
    client.close();
    expect(answers[0]?.status, name).toBe(status);
    if (code) expect(JSON.parse(answers[0]?.body ?? ''), name).toMatchObject({ error: { code } });
  }
});
