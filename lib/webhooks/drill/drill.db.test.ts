// Fire drills against real receivers: a sound one scores six, and each fault costs its own shot.
import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/core/ids';
import type { ProjectSnapshot } from '@/lib/core/project';
import { applicationQuery, createProject, inWriteContext, ownerQuery, readContext } from '@/lib/testing';
import { readChecklist } from '@/lib/go-live';
import { disableEndpoint } from '../disable-endpoint';
import { eraseOldDeliveries } from '../erase';
import type { EndpointWithSecret } from '../schemas';
import { endpointAt, healthy, startReceiver, type Receiver } from '../testing';
import { listDrills, runDrill } from './run-drill';

vi.hoisted(() => (process.env['ALLOW_LOCAL_WEBHOOKS'] = '1'));

/** A receiver by the contract's words, with nothing of ours. */
const sound =
  (receiver: () => Receiver, secret: () => string, { checksTime = true, checksSignature = true } = {}) =>
  (_: IncomingMessage, response: ServerResponse) => {
    const { headers, body } = receiver().received.at(-1)!;
    const [, t = '', v1 = ''] =
      /^t=(\d+),v1=([0-9a-f]{64})/.exec(String(headers['credicorp-signature'])) ?? [];
    const right = createHmac('sha256', secret()).update(`${t}.${body}`).digest('hex') === v1;
    const timely = Math.abs(Date.now() / 1000 - Number(t)) <= 300;
    response.writeHead((right || !checksSignature) && (timely || !checksTime) ? 204 : 400).end();
  };

let project: ProjectSnapshot;
let receiver: Receiver;
let endpoint: EndpointWithSecret;
beforeEach(async () => {
  project = await createProject();
});
afterEach(() => receiver.close());

async function opened(answer: Parameters<typeof startReceiver>[0]) {
  receiver = await startReceiver(answer);
  endpoint = await endpointAt(project, receiver.url);
}
const drill = () => runDrill({ ctx: readContext(project), input: { id: endpoint.id } });
const failedOf = (shots: { kind: string; passed: boolean }[]) =>
  shots.filter(({ passed }) => !passed).map(({ kind }) => kind);
const webhookItem = async () =>
  (await readChecklist(project.id)).items.find(({ id }) => id === 'webhook_received');

describe('a drill', () => {
  it('gives a sound receiver six of six, and keeps what was sent and what came', async () => {
    await opened(sound(() => receiver, () => endpoint.secret)); // prettier-ignore
    const result = await drill();
    expect(failedOf(result.shots)).toEqual([]);
    expect(result).toMatchObject({ passed: 6, shots: [{ kind: 'valid' }, { kind: 'duplicate' }, { kind: 'wrong_signature' }, { kind: 'stale' }, { kind: 'out_of_order' }, { kind: 'slow' }] }); // prettier-ignore
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(7);
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(6);
    const created = receiver.received.map(({ body }) => (JSON.parse(body) as { created: string }).created);
    expect(Date.parse(created[5]!)).toBe(Date.parse(created[4]!) - 60_000);
    expect(result.shots.at(-1)?.messages[0]?.duration_ms).toBeGreaterThanOrEqual(2_900);
    expect(await listDrills({ ctx: readContext(project), input: { id: endpoint.id } })).toEqual({ object: 'list', data: [result] }); // prettier-ignore
    expect(JSON.stringify(result)).not.toContain(endpoint.secret);
    // Nothing of it is an event of the project, or counts against the endpoint.
    expect(await ownerQuery('SELECT FROM events WHERE project_id = $1', [project.id])).toHaveLength(0);
    const [audit] = await ownerQuery<{ act: string }>(`SELECT act FROM audit_entries WHERE object_id = $1 ORDER BY id DESC LIMIT 1`, [endpoint.id]); // prettier-ignore
    expect(audit?.act).toBe('webhook_endpoint.drill');
  });

  it('finds a receiver that believes everything, and takes its tick until it is mended', async () => {
    const trust = { checksSignature: false, checksTime: false };
    await opened((request, response) => sound(() => receiver, () => endpoint.secret, trust)(request, response)); // prettier-ignore
    const result = await drill();
    expect(failedOf(result.shots)).toEqual(['wrong_signature', 'stale']);
    expect(await webhookItem()).toMatchObject({ passed: false, counter_proof: { kind: 'endpoint', id: endpoint.id } }); // prettier-ignore
    trust.checksSignature = true;
    expect(failedOf((await drill()).shots)).toEqual(['stale']);
    trust.checksTime = true;
    expect((await drill()).passed).toBe(6);
    expect(await webhookItem()).toMatchObject({ counter_proof: null });
  });

  it('finds a receiver that refuses repeats, or is not there', async () => {
    const seen = new Set<string>();
    await opened((request, response) => {
      const id = String(request.headers['webhook-id']);
      if (seen.has(id)) response.writeHead(409).end();
      else sound(() => receiver, () => endpoint.secret)(request, response); // prettier-ignore
      seen.add(id);
    });
    expect(failedOf((await drill()).shots)).toEqual(['duplicate']);
    await receiver.close();
    const silent = await drill();
    expect(silent.passed).toBe(0);
    expect(silent.shots[0]?.messages[0]).toMatchObject({ status_code: null, failure: 'connection_failed' });
    expect(await webhookItem()).toMatchObject({ counter_proof: null }); // silence believes nothing
  });

  it('runs once at a time, and again after a process that died', async () => {
    await opened(sound(() => receiver, () => endpoint.secret)); // prettier-ignore
    const both = await Promise.allSettled([drill(), drill()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const died = newId('drl');
    const insert = `INSERT INTO webhook_drills (id, project_id, livemode, endpoint_id, started_at) VALUES ($1, $2, false, $3, now() - interval '61 seconds')`;
    await ownerQuery(insert, [died, project.id, endpoint.id]);
    expect((await drill()).passed).toBe(6);
    expect(await ownerQuery('SELECT FROM webhook_drills WHERE id = $1', [died])).toHaveLength(0);
  }, 30_000);
});

describe('a drill is refused', () => {
  it('for a live endpoint, a disabled one, and one of another project', async () => {
    const live = await createProject({ livemode: true });
    receiver = await startReceiver(healthy);
    endpoint = await endpointAt(live, 'https://example.com/webhooks');
    const ask = (owner: ProjectSnapshot) => runDrill({ ctx: readContext(owner), input: { id: endpoint.id } });
    await expect(ask(live)).rejects.toMatchObject({ code: 'sandbox_only' });
    await expect(ask(project)).rejects.toMatchObject({ code: 'resource_not_found' });
    endpoint = await endpointAt(project, receiver.url);
    await inWriteContext(project, (ctx) => disableEndpoint({ ctx, input: { id: endpoint.id } }));
    await expect(ask(project)).rejects.toMatchObject({ code: 'invalid_state' });
    expect(receiver.received).toHaveLength(0);
  });

  it('by the guard where the name leads inside', async () => {
    receiver = await startReceiver(healthy);
    endpoint = await endpointAt(project, 'https://inside.example/webhooks');
    const result = await runDrill({ ctx: readContext(project), input: { id: endpoint.id } }, () => Promise.resolve(['10.0.0.1'])); // prettier-ignore
    expect(result.passed).toBe(0);
    expect(result.shots.every(({ messages }) => messages.every(({ failure }) => failure === 'forbidden_target'))).toBe(true); // prettier-ignore
  });
});

const shots = `'[1,2,3,4,5,6]'`;
it.each([
  ['webhook_drills_id_shape', `'drl_x', $1, false, $2, now()`],
  ['webhook_drills_sandbox_only', `'ID', $1, true, $2, now()`],
  ['webhook_drills_finished', `'ID', $1, false, $2, now(), 6, NULL, ${shots}`],
  ['webhook_drills_shots', `'ID', $1, false, $2, now(), 7, true, ${shots}`],
  ['webhook_drills_shots', `'ID', $1, false, $2, now(), 1, true, '[1]'`],
])('has the constraint %s', async (name, values) => {
  receiver = await startReceiver(healthy);
  const { id } = await endpointAt(project, receiver.url);
  const insert = applicationQuery(`INSERT INTO webhook_drills VALUES (${values.replace('ID', newId('drl'))})`, [project.id, id]); // prettier-ignore
  await expect(insert).rejects.toThrow(name);
});

it.each(['webhook_drills_one_running'])('has the constraint %s', async (name) => {
  await opened(healthy);
  const insert = () => applicationQuery(`INSERT INTO webhook_drills (id, project_id, livemode, endpoint_id, started_at) VALUES ($1, $2, false, $3, now())`, [newId('drl'), project.id, endpoint.id]); // prettier-ignore
  await insert();
  await expect(insert()).rejects.toThrow(name);
});

it('forgets drills after thirty days', async () => {
  await opened(healthy);
  const old = newId('drl');
  await ownerQuery(`INSERT INTO webhook_drills VALUES ($1, $2, false, $3, now() - interval '31 days', 6, true, ${shots})`, [old, project.id, endpoint.id]); // prettier-ignore
  await eraseOldDeliveries();
  expect(await ownerQuery('SELECT FROM webhook_drills WHERE id = $1', [old])).toHaveLength(0);
});
