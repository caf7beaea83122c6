// Events, their deliveries and their repetition over the whole pipeline: one block per status (contract §9).
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/core/ids';
import { prisma } from '@/lib/db';
import { callRoute, createClient, createProject, type RouteCall } from '@/lib/testing';
import { endpointAt, happen } from '@/lib/webhooks/testing';
import * as collection from './route';
import * as item from './[id]/route';
import * as deliveries from './[id]/deliveries/route';
import * as redeliver from './[id]/redeliver/route';

vi.hoisted(() => (process.env['ALLOW_LOCAL_WEBHOOKS'] = '1'));

const base = '/partner/v1/events';

async function tenant() {
  const project = await createProject({ livemode: true });
  const client = await createClient(project);
  const token = await client.mint();
  const list = (query = '') => callRoute(collection.GET, { path: `${base}${query}`, token });
  const get = (id: string) => callRoute(item.GET, { path: `${base}/${id}`, params: { id }, token });
  const sent = (id: string, query = '') =>
    callRoute(deliveries.GET, { path: `${base}/${id}/deliveries${query}`, params: { id }, token });
  const again = (id: string, call: Partial<RouteCall> = {}) =>
    callRoute(redeliver.POST, {
      method: 'POST',
      path: `${base}/${id}/redeliver`,
      params: { id },
      token,
      ...call,
    });
  return { project, client, list, get, sent, again };
}

let own: Awaited<ReturnType<typeof tenant>>;
beforeAll(async () => {
  own = await tenant();
});
const idsOf = (json: { data: { id: string }[] }) => json.data.map(({ id }) => id);
const dayMs = 86_400_000;

describe('200', () => {
  it('shows the envelope, without personal fields', async () => {
    const id = await happen(own.project);
    const answer = await own.get(id);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      id,
      object: 'event',
      livemode: true,
      created: expect.stringMatching(/Z$/),
      type: 'application.submitted',
      api_version: '2026-07-01',
      data: { object: { id: expect.any(String), object: 'application', status: 'submitted' }, previous: { status: 'created' } }, // prettier-ignore
    });
  });

  it('lists the last 30 days, newest first, by type and time, page by page', async () => {
    const { project, list, get } = await tenant();
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      ids.unshift(await happen(project));
      await new Promise((resolve) => setTimeout(resolve, 2)); // ids of one millisecond have no order
    }
    const old = await happen(project, new Date(Date.now() - 31 * dayMs));
    const first = (await list('?limit=2')).json;
    const second = (await list(`?limit=2&cursor=${first.next_cursor}`)).json;
    await happen(project, new Date(Date.now() - 31 * dayMs));
    const third = (await list(`?limit=2&cursor=${second.next_cursor}`)).json;
    expect([...idsOf(first), ...idsOf(second), ...idsOf(third)]).toEqual(ids);
    expect(third.next_cursor).toBeNull();
    expect((await get(old)).status).toBe(404);
    expect(idsOf((await list('?type=application.submitted')).json)).toEqual(ids);
    expect(idsOf((await list('?type=loan.disbursed')).json)).toEqual([]);
    const created = (await get(ids[2]!)).json.created;
    expect(idsOf((await list(`?created_after=${created}`)).json)).toEqual(ids.slice(0, 3));
    expect(idsOf((await list(`?created_before=${created}`)).json)).toEqual(ids.slice(3));
    expect((await list(`?type=a.b&cursor=${first.next_cursor}`)).json.error.code).toBe('cursor_invalid');
    expect((await list('?status=x')).json.error.code).toBe('parameter_invalid');
  });

  it('lists deliveries, page by page', async () => {
    const { project, sent } = await tenant();
    for (let index = 0; index < 3; index += 1) await endpointAt(project, `https://partner.example/${index}`);
    const id = await happen(project);
    const first = await sent(id, '?limit=2');
    expect(first.status).toBe(200);
    expect(first.json.data[0]).toMatchObject({ object: 'webhook_delivery', livemode: true, status: 'pending', event_id: id, attempts: [] }); // prettier-ignore
    const second = (await sent(id, `?limit=2&cursor=${first.json.next_cursor}`)).json;
    expect(new Set([...idsOf(first.json), ...idsOf(second)]).size).toBe(3);
    const other = await happen(project);
    expect((await sent(other, `?cursor=${first.json.next_cursor}`)).json.error.code).toBe('cursor_invalid');
  });
});

it('202: redelivers, once for a repeated key', async () => {
  const { project, again, sent } = await tenant();
  const id = await happen(project);
  await endpointAt(project, 'https://partner.example/');
  const answers = [await again(id, { idempotencyKey: 'k' }), await again(id, { idempotencyKey: 'k' })];
  expect(answers.map(({ status }) => status)).toEqual([202, 202]);
  expect(answers[0]?.json).toMatchObject({ id, object: 'event' });
  expect(answers[1]?.headers.get('idempotency-replayed')).toBe('true');
  expect((await sent(id)).json.data).toHaveLength(1);
});

it('400: a redelivery takes no fields', async () => {
  expect((await own.again(await happen(own.project), { body: { a: 1 } })).json.error.code).toBe(
    'unknown_field',
  );
});

it('403: insufficient_scope', async () => {
  const id = await happen(own.project);
  const [reader, other] = [
    await own.client.mint(['webhooks:read']),
    await own.client.mint(['applications:read']),
  ];
  const call = { method: 'POST', path: `${base}/${id}/redeliver`, params: { id } };
  expect((await callRoute(redeliver.POST, { ...call, token: reader })).json.error.code).toBe(
    'insufficient_scope',
  );
  for (const { GET } of [collection, item, deliveries]) {
    const answer = await callRoute(GET, { path: `${base}/${id}`, params: { id }, token: other });
    expect(answer.json.error.code).toBe('insufficient_scope');
    expect((await callRoute(GET, { path: `${base}/${id}`, params: { id }, token: reader })).status).toBe(200);
  }
});

it('404: another tenant’s event is answered like one that never was', async () => {
  const stranger = await tenant();
  const id = await happen(own.project);
  const strip = (text: string) => text.replaceAll(/req_[0-9a-z]+/g, 'req');
  for (const ask of [stranger.get, stranger.sent, stranger.again]) {
    const [foreign, missing] = [await ask(id), await ask(newId('evt'))];
    expect([foreign.status, foreign.json.error.code]).toEqual([404, 'resource_not_found']);
    expect(strip(foreign.text)).toBe(strip(missing.text));
    expect((await ask('evt_1')).status).toBe(404);
  }
  expect((await stranger.list()).json.data).toEqual([]);
});

it('409: an event older than 72 hours is not redelivered', async () => {
  const id = await happen(own.project, new Date(Date.now() - 3 * dayMs - 1_000));
  const answer = await own.again(id);
  expect([answer.status, answer.json.error.code]).toEqual([409, 'invalid_state']);
  expect(await prisma().webhookDelivery.count({ where: { eventId: id } })).toBe(0);
});
