// Webhook endpoints over the whole pipeline: one block per status (contract §9).
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/core/ids';
import {
  callRoute,
  countRows,
  createClient,
  createPartner,
  createProject,
  ownerQuery,
  type RouteCall,
} from '@/lib/testing';
import * as collection from './route';
import * as item from './[id]/route';
import * as disable from './[id]/disable/route';
import * as enable from './[id]/enable/route';
import * as rotate from './[id]/rotate_secret/route';
import * as test from './[id]/test/route';

vi.hoisted(() => (process.env['ALLOW_LOCAL_WEBHOOKS'] = '1'));

const base = '/partner/v1/webhook_endpoints';
const body = { url: 'https://partner.example/hooks', enabled_events: ['*'] };

// A live project on generous figures: the limiter is not what is tested here.
async function tenant(partnerId?: string, livemode = true) {
  const project = await createProject({ livemode, ...(partnerId !== undefined && { partnerId }) });
  const client = await createClient(project);
  const token = await client.mint();
  const create = (sent: unknown = body, call: Partial<RouteCall> = {}) =>
    callRoute(collection.POST, { method: 'POST', path: base, token, body: sent, ...call });
  const list = (query = '') => callRoute(collection.GET, { path: `${base}${query}`, token });
  const on = (handler: RouteCall['method'], id: string, sent?: unknown) =>
    callRoute(item[handler as 'GET'], {
      method: handler!,
      path: `${base}/${id}`,
      params: { id },
      token,
      body: sent,
    });
  const act = (route: { POST: typeof enable.POST }, id: string, call: Partial<RouteCall> = {}) =>
    callRoute(route.POST, { method: 'POST', path: `${base}/${id}/act`, params: { id }, token, ...call });
  return { project, client, token, create, list, on, act };
}

let own: Awaited<ReturnType<typeof tenant>>;
let sandbox: Awaited<ReturnType<typeof tenant>>;
beforeAll(async () => {
  own = await tenant();
  sandbox = await tenant(undefined, false);
});
const refusal = (answer: { status: number; json: { error: { code: string; param?: string } } }) => [
  answer.status,
  answer.json.error.code,
  answer.json.error.param,
];

describe('201', () => {
  it('shows the object with its secret, once', async () => {
    const sent = {
      ...body,
      enabled_events: ['payment.*', 'decision.completed', 'payment.*'],
      metadata: { a: 'b' },
    };
    const answer = await own.create(sent);
    expect(answer.status).toBe(201);
    const { secret, ...shown } = answer.json;
    expect(shown).toEqual({
      id: expect.stringMatching(/^whend_[0-9a-hjkmnp-tv-z]{26}$/),
      object: 'webhook_endpoint',
      livemode: true,
      created: expect.stringMatching(/Z$/),
      updated: shown.created,
      status: 'enabled',
      disabled_reason: null,
      url: body.url,
      enabled_events: ['payment.*', 'decision.completed'],
      description: null,
      api_version: '2026-07-01',
      metadata: { a: 'b' },
      previous_secret_expires_at: null,
    });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect((await own.on('GET', shown.id)).json).toEqual(shown);
    expect((await own.list()).text).not.toContain('whsec_');
    const [row] = await ownerQuery<{ secret: Buffer }>('SELECT secret FROM webhook_endpoints WHERE id = $1', [shown.id]); // prettier-ignore
    expect(row?.secret.includes(Buffer.from(secret.slice(6), 'base64'))).toBe(false);
    expect(row?.secret.includes(Buffer.from(secret))).toBe(false);
  });

  it('makes one endpoint for a repeated key, and shows the same secret', async () => {
    const answers = [await own.create(body, { idempotencyKey: 'k-1' }), await own.create(body, { idempotencyKey: 'k-1' })]; // prettier-ignore
    expect(answers[1]?.text).toBe(answers[0]?.text);
    expect(answers[1]?.headers.get('idempotency-replayed')).toBe('true');
  });

  it('lets a sandbox endpoint use a developer’s own machine, spelled exactly', async () => {
    for (const url of ['http://localhost:4000/hooks', 'http://127.0.0.1:4000', 'http://localhost:80/a?b=c']) {
      expect((await sandbox.create({ ...body, url })).status).toBe(201);
    }
  });
});

describe('422', () => {
  it.each([
    'http://partner.example/hooks',
    'ftp://partner.example/',
    'https://user:pw@partner.example/',
    'https://partner.example/#a',
    'https://127.0.0.1/',
    'https://localhost/',
    'https://localhost:4000/',
    'http://localhost/',
    'http://LOCALHOST:4000/',
    'http://localhost:4000@evil.example/',
    'http://127.0.0.2:4000/',
    'http://0.0.0.0:4000/',
    'http://[::1]:4000/',
    'http://127.1:4000/',
    'http://localhost.:4000/',
    ' https://partner.example/',
    'https://partner',
    '//partner.example',
    '',
  ])('webhook_endpoint_url_invalid: %j', async (url) => {
    expect(refusal(await sandbox.create({ ...body, url }))).toEqual([
      422,
      'webhook_endpoint_url_invalid',
      'url',
    ]);
  });

  it('webhook_endpoint_url_invalid: a local URL in live, and in a PATCH', async () => {
    const url = 'http://localhost:4000/hooks';
    expect(refusal(await own.create({ ...body, url }))[1]).toBe('webhook_endpoint_url_invalid');
    const { id } = (await own.create()).json;
    expect(refusal(await own.on('PATCH', id, { url }))[1]).toBe('webhook_endpoint_url_invalid');
    expect((await own.on('GET', id)).json.url).toBe(body.url);
  });

  it.each([
    ['application.nope'],
    ['applications.*'],
    ['application'],
    ['**'],
    ['webhook_endpoint.test'],
    [''],
  ])('webhook_event_unknown: %j', async (type) => {
    expect(refusal(await own.create({ ...body, enabled_events: ['*', type] }))).toEqual([
      422,
      'webhook_event_unknown',
      'enabled_events.1',
    ]);
  });

  it('parameter_missing, invalid_value, invalid_value_type', async () => {
    expect(refusal(await own.create({ url: body.url }))).toEqual([
      422,
      'parameter_missing',
      'enabled_events',
    ]);
    expect(refusal(await own.create({ ...body, enabled_events: [] }))).toEqual([422, 'invalid_value', 'enabled_events']); // prettier-ignore
    expect(refusal(await own.create({ ...body, enabled_events: '*' }))[1]).toBe('invalid_value_type');
    expect(refusal(await own.create({ ...body, api_version: '2020-01-01' }))[1]).toBe('invalid_value');
    expect((await own.create({ ...body, secret: 'x' })).json.error.code).toBe('unknown_field');
  });

  it('webhook_endpoint_limit: 40 at once make exactly 20 in an account, over all of its projects', async () => {
    const { id: partnerId } = await createPartner();
    const [one, other, stranger] = [await tenant(partnerId), await tenant(partnerId), await tenant()];
    // The tests' pool is small: whoever found no connection (503) tries again.
    const answered = async ({ create }: typeof one) => {
      let answer = await create();
      while (answer.status === 503) answer = await create();
      return answer;
    };
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => answered(index % 2 ? one : other)),
    );
    const codes = answers.map((answer) => (answer.status === 201 ? 'made' : answer.json.error.code));
    expect(codes.filter((code) => code === 'made')).toHaveLength(20);
    expect(codes.filter((code) => code === 'webhook_endpoint_limit')).toHaveLength(20);
    expect(await countRows('webhook_endpoints', 'partner_id = $1', [partnerId])).toBe(20);
    expect((await stranger.create()).status).toBe(201);
    const winner = answers.findIndex(({ status }) => status === 201);
    const { id } = answers[winner]!.json;
    expect((await (winner % 2 ? one : other).on('DELETE', id)).status).toBe(204);
    expect((await other.create()).status).toBe(201);
    expect(refusal(await other.create())).toEqual([422, 'webhook_endpoint_limit', undefined]);
  });
});

describe('200', () => {
  it('lists newest first, by status, page by page', async () => {
    const { create, list, act } = await tenant();
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) ids.unshift((await create()).json.id);
    await act(disable, ids[1]!);
    const first = (await list('?limit=2')).json;
    const second = (await list(`?limit=2&cursor=${first.next_cursor}`)).json;
    const third = (await list(`?limit=2&cursor=${second.next_cursor}`)).json;
    expect([...first.data, ...second.data, ...third.data].map(({ id }: { id: string }) => id).toSorted()).toEqual(ids.toSorted()); // prettier-ignore
    expect(third.next_cursor).toBeNull();
    expect((await list('?status=disabled')).json.data.map(({ id }: { id: string }) => id)).toEqual([ids[1]]);
    expect((await list(`?status=enabled&cursor=${first.next_cursor}`)).json.error.code).toBe(
      'cursor_invalid',
    );
    expect((await list('?status=gone')).json.error.code).toBe('parameter_invalid');
  });

  it('changes what a PATCH names and nothing else', async () => {
    const made = (await own.create({ ...body, description: 'one', metadata: { a: 'b' } })).json;
    const { secret: _, ...shown } = made;
    const patched = await own.on('PATCH', made.id, { enabled_events: ['loan.*'], description: null });
    expect(patched.status).toBe(200);
    expect(patched.json).toEqual({
      ...shown,
      updated: patched.json.updated,
      enabled_events: ['loan.*'],
      description: null,
    });
    expect((await own.on('PATCH', made.id, { metadata: null })).json.metadata).toBeNull();
    expect((await own.on('PATCH', made.id, { status: 'disabled' })).json.error.code).toBe('unknown_field');
  });

  it('rotates the secret', async () => {
    const made = (await own.create()).json;
    const rotated = await own.act(rotate, made.id);
    expect(rotated.status).toBe(200);
    expect(rotated.json.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(rotated.json.secret).not.toBe(made.secret);
    const overlapHours = (Date.parse(rotated.json.previous_secret_expires_at) - Date.now()) / 3_600_000;
    expect(overlapHours).toBeGreaterThan(23.9);
    expect(overlapHours).toBeLessThanOrEqual(24);
  });

  it('disables and enables', async () => {
    const { id } = (await own.create()).json;
    const disabled = await own.act(disable, id);
    expect([disabled.status, disabled.json.status, disabled.json.disabled_reason]).toEqual([200, 'disabled', 'requested']); // prettier-ignore
    expect(refusal(await own.act(disable, id))).toEqual([409, 'invalid_state', undefined]);
    expect(refusal(await own.act(test, id))).toEqual([409, 'invalid_state', undefined]);
    const enabled = await own.act(enable, id);
    expect([enabled.status, enabled.json.status, enabled.json.disabled_reason]).toEqual([
      200,
      'enabled',
      null,
    ]);
    expect(refusal(await own.act(enable, id))).toEqual([409, 'invalid_state', undefined]);
    const acts = await ownerQuery<{ act: string }>('SELECT act FROM audit_entries WHERE object_id = $1 ORDER BY created_at, id', [id]); // prettier-ignore
    expect(acts.map(({ act }) => act)).toEqual([
      'webhook_endpoint.create',
      'webhook_endpoint.disable',
      'webhook_endpoint.enable',
    ]);
  });
});

it('202: a test event for this endpoint alone', async () => {
  const { create, act } = await tenant();
  const [{ id }] = [(await create()).json, await create()];
  const answer = await act(test, id);
  expect(answer.status).toBe(202);
  expect(answer.json).toMatchObject({
    object: 'event',
    type: 'webhook_endpoint.test',
    data: { object: { id } },
  });
  const deliveries = await ownerQuery<{ endpoint_id: string; status: string }>(
    'SELECT endpoint_id, status FROM webhook_deliveries WHERE event_id = $1', [answer.json.id]); // prettier-ignore
  expect(deliveries).toEqual([{ endpoint_id: id, status: 'pending' }]);
});

it('204: deletes, erases the secrets and forgets', async () => {
  const { id } = (await own.create()).json;
  await own.act(rotate, id);
  const answer = await own.on('DELETE', id);
  expect([answer.status, answer.text]).toEqual([204, '']);
  expect((await own.on('DELETE', id)).status).toBe(404);
  const [row] = await ownerQuery(
    'SELECT secret, previous_secret, slot FROM webhook_endpoints WHERE id = $1',
    [id],
  );
  expect(row).toEqual({ secret: null, previous_secret: null, slot: null });
});

describe('403', () => {
  it('insufficient_scope', async () => {
    const token = await own.client.mint(['webhooks:read']);
    expect((await callRoute(collection.GET, { path: base, token })).status).toBe(200);
    const { id } = (await own.create()).json;
    for (const [handler, path] of [
      [collection.POST, base],
      [item.PATCH, `${base}/${id}`],
      [item.DELETE, `${base}/${id}`],
      [enable.POST, base],
      [disable.POST, base],
      [rotate.POST, base],
      [test.POST, base],
    ] as const) {
      const answer = await callRoute(handler, { method: 'POST', path, params: { id }, token, body });
      expect(refusal(answer)).toEqual([403, 'insufficient_scope', undefined]);
    }
    const narrow = await own.client.mint(['webhooks:write']);
    expect((await callRoute(collection.GET, { path: base, token: narrow })).status).toBe(403);
  });
});

it('404: another tenant’s endpoint is answered like one that never was', async () => {
  const stranger = await tenant();
  const { id } = (await own.create()).json;
  const before = await ownerQuery('SELECT * FROM webhook_endpoints WHERE id = $1', [id]);
  const strip = (text: string) => text.replaceAll(/req_[0-9a-z]+/g, 'req');
  for (const ask of [
    (endpoint: string) => stranger.on('GET', endpoint),
    (endpoint: string) => stranger.on('PATCH', endpoint, { description: 'x' }),
    (endpoint: string) => stranger.on('DELETE', endpoint),
    ...[enable, disable, rotate, test].map((route) => (endpoint: string) => stranger.act(route, endpoint)),
  ]) {
    const [foreign, missing, malformed] = [await ask(id), await ask(newId('whend')), await ask('whend_1')];
    expect(refusal(foreign)).toEqual([404, 'resource_not_found', undefined]);
    expect(strip(foreign.text)).toBe(strip(missing.text));
    expect(malformed.status).toBe(404);
  }
  expect((await stranger.list()).json.data).toEqual([]);
  expect(await ownerQuery('SELECT * FROM webhook_endpoints WHERE id = $1', [id])).toEqual(before);
});
