// Delivery with real receivers on this machine: what is sent, what each answer comes to, and that nothing is lost.
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProjectSnapshot } from '@/lib/core/project';
import { prisma, withTransaction } from '@/lib/db';
import { createProject, inWriteContext, ownerQuery, readContext } from '@/lib/testing';
import { deleteEndpoint } from '../delete-endpoint';
import { disableEndpoint } from '../disable-endpoint';
import { enableEndpoint } from '../enable-endpoint';
import { listDeliveries } from '../list-deliveries';
import { readEndpoint } from '../read-endpoint';
import { readEvent } from '../read-event';
import { recordEvent } from '../record-event';
import { redeliver } from '../redeliver';
import { claimDeliveries, type ClaimedDelivery } from '../repository/dispatch';
import { rotateWebhookSecret } from '../rotate-secret';
import { forbiddenAddresses, forbiddenHosts, forbiddenUrls } from '../target-guard/testing';
import { endpointAt, happen, healthy, startReceiver, stateOf, type Receiver } from '../testing';
import { attemptDelivery } from './attempt';
import { claimDue, startDispatcher, type Dispatcher } from './dispatcher';
import { sendEvent } from './send-event';

vi.hoisted(() => (process.env['ALLOW_LOCAL_WEBHOOKS'] = '1'));

const open: { close(): Promise<void> }[] = [];
const receiver: typeof startReceiver = async (...how) => {
  const started = await startReceiver(...how);
  open.push(started);
  return started;
};
const dispatch = (): Dispatcher => {
  const dispatcher = startDispatcher();
  open.unshift({ close: () => dispatcher.stop() });
  return dispatcher;
};
afterEach(async () => {
  for (const opened of open.splice(0)) await opened.close();
  // Whatever a test left waiting is not the next one's.
  await ownerQuery(
    `UPDATE webhook_deliveries SET status = 'failed', claimed_until = NULL WHERE status = 'pending'`,
  );
});

let project: ProjectSnapshot;
beforeEach(async () => {
  project = await createProject();
});

const inHand = { all: 0, failing: 0 };
/** Attempts everything that is due now, once. */
async function deliverDue(): Promise<number> {
  const claimed = await claimDue(inHand);
  await Promise.all(claimed.map((delivery) => attemptDelivery(delivery)));
  return claimed.length;
}
const claimOne = async () => (await claimDue(inHand))[0] as ClaimedDelivery;
const advance = async (seconds: number, of = project) =>
  void (await prisma().project.update({
    where: { id: of.id },
    data: { clockOffsetSeconds: { increment: seconds } },
  }));
const offsetOf = async (of = project) =>
  (await prisma().project.findUniqueOrThrow({ where: { id: of.id } })).clockOffsetSeconds;
const businessNow = async (of = project) => new Date(Date.now() + (await offsetOf(of)) * 1_000);
const contextAt = async (of = project): Promise<ProjectSnapshot> => ({
  ...of,
  clockOffsetSeconds: await offsetOf(of),
});

/** Resolves once `holds` does; the test's own time limit is the only one. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('what is sent', () => {
  it('is the event as the API shows it, signed in both families, once', async () => {
    const at = await receiver();
    const { id, secret } = await endpointAt(project, `${at.url}/hooks?x=1`);
    const eventId = await happen(project);
    expect(await deliverDue()).toBe(1);
    expect(await deliverDue()).toBe(0);
    const [{ headers, body, path }, ...more] = at.received as [Receiver['received'][number]];
    expect(more).toEqual([]);
    expect(path).toBe('/hooks?x=1');
    expect(JSON.parse(body)).toEqual(await readEvent({ ctx: readContext(project), input: { id: eventId } }));
    expect(JSON.parse(body)).toMatchObject({ data: { previous: { status: 'created' } } });
    expect(body).not.toContain('a@b.example');
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'webhook-id': eventId });
    expect(headers['credicorp-delivery']).toMatch(/^whd_[0-9a-hjkmnp-tv-z]{26}$/);
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toBeTruthy();
    const { data } = await listDeliveries({ ctx: readContext(project), input: { id: eventId, limit: 20 } });
    expect(data).toEqual([
      expect.objectContaining({
        id: headers['credicorp-delivery'],
        object: 'webhook_delivery',
        status: 'succeeded',
        event_id: eventId,
        webhook_endpoint_id: id,
        next_attempt_at: null,
        attempts: [
          expect.objectContaining({
            status_code: 200,
            failure: null,
            response_head: 'ok',
            next_attempt_at: null,
          }),
        ],
      }),
    ]);
  });

  it('carries signatures of both secrets for 24 hours after a rotation, and then of the new one', async () => {
    const at = await receiver();
    const { id, secret: old } = await endpointAt(project, at.url);
    const { secret } = await inWriteContext(project, (ctx) => rotateWebhookSecret({ ctx, input: { id } }));
    await happen(project);
    await deliverDue();
    await ownerQuery(`UPDATE webhook_endpoints SET previous_secret_expires_at = now() - interval '1 second' WHERE id = $1`, [id]); // prettier-ignore
    await happen(project);
    await deliverDue();
    const [during, after] = at.received as [Receiver['received'][number], Receiver['received'][number]];
    const verifies = (key: string, { body, headers }: Receiver['received'][number]) => {
      try {
        return Boolean(new Webhook(key).verify(body, headers as Record<string, string>));
      } catch {
        return false;
      }
    };
    expect([verifies(secret, during), verifies(old, during)]).toEqual([true, true]);
    expect([verifies(secret, after), verifies(old, after)]).toEqual([true, false]);
  });

  it('goes to those that subscribed, in the project of the event, and nowhere after a rollback', async () => {
    const at = await receiver();
    const other = await createProject({ partnerId: project.partnerId });
    const all = await endpointAt(project, `${at.url}/all`);
    const family = await endpointAt(project, `${at.url}/family`, ['application.*']);
    const exact = await endpointAt(project, `${at.url}/exact`, ['application.submitted']);
    await endpointAt(project, `${at.url}/not`, ['decision.*', 'application.created']);
    await endpointAt(other, `${at.url}/foreign`);
    const deleted = await endpointAt(project, `${at.url}/deleted`);
    await inWriteContext(project, (ctx) => deleteEndpoint({ ctx, input: { id: deleted.id } }));
    const eventId = await happen(project);
    const rolledBack = withTransaction(async (tx) => {
      await recordEvent(tx, { project, type: 'application.submitted', objectId: 'x', object: { id: 'x' }, createdAt: new Date() }); // prettier-ignore
      throw new Error('on purpose');
    });
    await expect(rolledBack).rejects.toThrow('on purpose');
    const rows = await ownerQuery<{ id: string }>(
      `SELECT endpoint_id AS id FROM webhook_deliveries d JOIN webhook_endpoints e ON e.id = d.endpoint_id
       WHERE d.status = 'pending' AND e.url LIKE $1`,
      [`${at.url}%`],
    );
    expect(rows.map(({ id }) => id).toSorted()).toEqual([all.id, family.id, exact.id].toSorted());
    await deliverDue();
    expect(new Set(at.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([eventId]));
    expect(at.received.map(({ path }) => path).toSorted()).toEqual(['/all', '/exact', '/family']);
  });

  it('reaches a local receiver on either family', async () => {
    const at = await receiver(healthy, '::1');
    const own = await createProject();
    const [one, two] = [
      await endpointAt(own, at.url),
      await endpointAt(own, at.url.replace('localhost', '127.0.0.1')),
    ];
    const eventId = await happen(own);
    await deliverDue();
    expect([await stateOf(eventId, one.id), await stateOf(eventId, two.id)]).toEqual([
      { status: 'succeeded', attempts: 1, failures: [null], waitSeconds: null },
      { status: 'succeeded', attempts: 1, failures: [null], waitSeconds: null },
    ]);
  });
});

describe('what each answer comes to', () => {
  it('a redirect is not followed; errors are tried again', async () => {
    const canary = await receiver();
    for (const [status, failure] of [
      [301, 'redirect'],
      [302, 'redirect'],
      [307, 'redirect'],
      [308, 'redirect'],
      [400, 'error_status'],
      [404, 'error_status'],
      [429, 'error_status'],
      [500, 'error_status'],
    ] as const) {
      // prettier-ignore
      const at = await receiver((_, response) => response.writeHead(status, { location: canary.url }).end('no'));
      const own = await createProject();
      const endpoint = await endpointAt(own, at.url);
      const eventId = await happen(own);
      await deliverDue();
      const state = await stateOf(eventId, endpoint.id);
      expect(state).toMatchObject({ status: 'pending', attempts: 1, failures: [failure] });
      expect(state?.waitSeconds).toBeGreaterThanOrEqual(47);
      expect(state?.waitSeconds).toBeLessThanOrEqual(73);
    }
    expect(canary.connections()).toBe(0);
  });

  it.each([200, 201, 202, 204, 299])('%i succeeds', async (status) => {
    const at = await receiver((_, response) => response.writeHead(status).end());
    const endpoint = await endpointAt(project, at.url);
    const eventId = await happen(project);
    await deliverDue();
    expect(await stateOf(eventId, endpoint.id)).toMatchObject({ status: 'succeeded', failures: [null] });
  });

  it(
    'dead, cutting, garbling and silent receivers fail; at most 64 KiB of a reply is read',
    { timeout: 30_000 },
    async () => {
      const sockets = new Set<Socket>();
      const raw = async (answer: (socket: Socket) => void) => {
        const server = createTcpServer((socket) => {
          sockets.add(socket);
          socket.on('error', () => undefined);
          socket.once('data', () => answer(socket));
        });
        await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
        open.push({
          close: () =>
            new Promise((done) => {
              for (const socket of sockets) socket.destroy();
              server.close(() => done());
            }),
        });
        return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      };
      const gone = await startReceiver();
      await gone.close();
      let flooded = 0;
      const drip = (socket: Socket, piece: string) => {
        const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write(piece)), 200);
      };
      const cases: [string, string, string | null][] = [
      ['dead', gone.url, 'connection_failed'],
      ['cuts', await raw((socket) => socket.destroy()), 'connection_failed'],
      ['no HTTP', await raw((socket) => socket.end('SSH-2.0-x\r\n')), 'connection_failed'],
      ['upgrades', await raw((socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n')), 'connection_failed'],
      ['endless header', await raw((socket) => socket.write(`HTTP/1.1 200 OK\r\na: ${'a'.repeat(65_536)}`)), 'connection_failed'],
      ['silent', await raw(() => undefined), 'timeout'],
      ['drips its header', await raw((socket) => { socket.write('HTTP/1.1 200 OK\r\n'); drip(socket, 'a: b\r\n'); }), 'timeout'],
      ['only ever says 103', await raw((socket) => drip(socket, 'HTTP/1.1 103 Early Hints\r\n\r\n')), 'timeout'],
      ['drips its body', await raw((socket) => { socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n'); drip(socket, 'a'); }), null],
      ['floods', (await receiver((_, response) => {
        const pour = () => { while (!response.destroyed && (flooded += 16_384) < 5_000_000) if (!response.write('a'.repeat(16_384))) return void response.once('drain', pour); }; // prettier-ignore
        pour();
      })).url, null],
    ]; // prettier-ignore
      const own = await createProject();
      const endpoints = new Map<string, string>();
      for (const [name, url] of cases) endpoints.set(name, (await endpointAt(own, url)).id);
      const eventId = await happen(own);
      await deliverDue();
      const outcomes = await Promise.all(
        cases.map(async ([name]) => [name, (await stateOf(eventId, endpoints.get(name)!))?.failures]),
      );
      expect(outcomes).toEqual(cases.map(([name, , failure]) => [name, [failure]]));
      expect(flooded).toBeLessThan(5_000_000);
      const [longest] = await ownerQuery<{ ms: number }>(
        'SELECT max(duration_ms) AS ms FROM webhook_attempts',
      );
      expect(longest?.ms).toBeLessThan(12_000);
    },
  );

  it('410 disables, tells the other endpoints, and enabling delivers what is retained', async () => {
    const own = await createProject();
    let answer = 410;
    const at = await receiver((_, response) => response.writeHead(answer).end());
    const other = await receiver();
    const leaving = await endpointAt(own, at.url, ['application.*']);
    await endpointAt(own, other.url, ['webhook_endpoint.*']);
    const first = await happen(own);
    await deliverDue();
    expect(await readEndpoint({ ctx: readContext(own), input: { id: leaving.id } })).toMatchObject({ status: 'disabled', disabled_reason: 'gone' }); // prettier-ignore
    expect(await stateOf(first, leaving.id)).toMatchObject({ status: 'failed', failures: ['gone'] });
    const second = await happen(own);
    await deliverDue();
    expect(other.received.map(({ body }) => JSON.parse(body))).toEqual([
      expect.objectContaining({
        type: 'webhook_endpoint.disabled',
        data: { object: expect.objectContaining({ id: leaving.id, status: 'disabled', disabled_reason: 'gone' }), previous: { status: 'enabled', disabled_reason: null } }, // prettier-ignore
      }),
    ]);
    expect(other.received[0]?.body).not.toContain('whsec_');
    expect(at.received).toHaveLength(1);
    answer = 200;
    await inWriteContext(own, (ctx) => enableEndpoint({ ctx, input: { id: leaving.id } }));
    await deliverDue();
    expect(at.received.slice(1).map(({ headers }) => headers['webhook-id']).toSorted()).toEqual([first, second].toSorted()); // prettier-ignore
  });
});

describe('time', () => {
  it('retries by the project’s clock, re-signed, until the round is over', async () => {
    const own = await createProject();
    const at = await receiver((_, response) => response.writeHead(500).end());
    const { id, secret } = await endpointAt(own, at.url);
    const eventId = await happen(own);
    let attempts = 0;
    for (const seconds of [0, 73, 361, 2_161, 8_641, ...Array.from({ length: 7 }, () => 43_200)]) {
      await advance(seconds, own);
      attempts += await deliverDue();
      expect(await deliverDue()).toBe(0);
      if (seconds < 8_641) expect(attempts).toBe(at.received.length);
    }
    const state = await stateOf(eventId, id);
    expect(state?.status).toBe('failed');
    expect(attempts).toBeGreaterThanOrEqual(10);
    for (const { body, headers } of at.received) {
      expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toBeTruthy();
    }
    await advance(86_400, own);
    expect(await deliverDue()).toBe(0);
  });

  it('seven consecutive days of failure disable; one success starts the count anew', async () => {
    const own = await createProject();
    let answer = 500;
    const at = await receiver((_, response) => response.writeHead(answer).end());
    const { id } = await endpointAt(own, at.url);
    const statusNow = async () => (await readEndpoint({ ctx: readContext(own), input: { id } })).status;
    const happenNow = async () => happen(own, await businessNow(own));
    await happenNow();
    await deliverDue();
    await advance(6 * 86_400, own);
    await deliverDue();
    expect(await statusNow()).toBe('enabled');
    answer = 200;
    await happenNow();
    await deliverDue();
    answer = 500;
    await happenNow();
    await deliverDue();
    await advance(6 * 86_400, own);
    await happenNow();
    await deliverDue();
    expect(await statusNow()).toBe('enabled');
    await advance(86_400, own);
    await happenNow();
    await deliverDue();
    expect(await readEndpoint({ ctx: readContext(own), input: { id } })).toMatchObject({ status: 'disabled', disabled_reason: 'failing' }); // prettier-ignore
    answer = 200;
    const before = at.received.length;
    await inWriteContext(await contextAt(own), (ctx) => enableEndpoint({ ctx, input: { id } }));
    while ((await deliverDue()) > 0);
    // Everything undelivered of the last 30 days, the event about its own disabling included.
    expect(new Set(at.received.slice(before).map(({ headers }) => headers['webhook-id'])).size).toBe(5);
  });

  it('redelivers under the same id for 72 hours', async () => {
    const own = await createProject();
    const at = await receiver();
    await endpointAt(own, at.url);
    const eventId = await happen(own);
    await deliverDue();
    const late = await endpointAt(own, `${at.url}/late`);
    const again = async () => {
      const acting = await contextAt(own);
      return inWriteContext(acting, (ctx) => redeliver({ ctx, input: { id: eventId } }));
    };
    expect((await again()).id).toBe(eventId);
    await deliverDue();
    expect(at.received.map(({ headers, path }) => [headers['webhook-id'], path]).toSorted()).toEqual([[eventId, '/'], [eventId, '/'], [eventId, '/late']]); // prettier-ignore
    expect(await stateOf(eventId, late.id)).toMatchObject({ status: 'succeeded' });
    await advance(72 * 3_600 + 10, own);
    await expect(again()).rejects.toMatchObject({ code: 'invalid_state' });
    await advance(28 * 86_400, own);
    await expect(again()).rejects.toMatchObject({ code: 'resource_not_found' });
  });
});

describe('many at once', () => {
  it('gives an endpoint two slots over all processes', async () => {
    const own = await createProject();
    const { id } = await endpointAt(own, 'http://127.0.0.1:1');
    for (let index = 0; index < 10; index += 1) await happen(own);
    let meanwhile: Promise<ClaimedDelivery[]> = Promise.resolve([]);
    const limits = { most: 20, mostFailing: 10, slotsPerEndpoint: 2, leaseSeconds: 20 };
    const first = await withTransaction(async (tx) => {
      const claimed = await claimDeliveries(limits, tx);
      // Another process asks before this one has committed: it waits, or it would see no slot taken.
      let answered = false;
      meanwhile = claimDue(inHand).finally(() => (answered = true));
      await until(async () => {
        const waiting = await ownerQuery(
          `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`,
        );
        return answered || waiting.length > 0;
      });
      return claimed;
    });
    const claims = [...first, ...(await meanwhile), ...(await claimDue(inHand))];
    expect(claims.map(({ endpointId }) => endpointId)).toEqual([id, id]);
  });

  it('lets nobody wait for dead, dripping and silent receivers', { timeout: 60_000 }, async () => {
    const [own, theirs] = [await createProject(), await createProject()];
    const hanging = await receiver(() => undefined);
    for (let index = 0; index < 18; index += 1) await endpointAt(theirs, `${hanging.url}/${index}`);
    await endpointAt(theirs, 'http://127.0.0.1:1');
    for (let index = 0; index < 20; index += 1) await happen(theirs); // a backlog of 380 for those that do not answer
    const good = await receiver();
    await endpointAt(own, good.url);
    dispatch();
    await until(() => hanging.received.length >= 36);
    const eventIds: string[] = [];
    for (let index = 0; index < 30; index += 1) eventIds.push(await happen(own));
    await until(() => good.received.length >= 30);
    // All of them are out, and not one of the 36 that hang has come to its end.
    const [hung] = await ownerQuery<{ ended: number }>(
      `SELECT count(*)::int AS ended FROM webhook_attempts a JOIN webhook_deliveries d ON d.id = a.delivery_id
       JOIN webhook_endpoints e ON e.id = d.endpoint_id WHERE e.url LIKE $1`, [`${hanging.url}/%`]); // prettier-ignore
    expect(hung?.ended).toBe(0);
    expect(new Set(good.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set(eventIds));
    expect(good.received).toHaveLength(30);
  });

  it(
    'delivers each event at least once however often the workers lose the database',
    { timeout: 120_000 },
    async () => {
      const own = await createProject();
      const receivers = [await receiver(), await receiver(), await receiver()];
      for (const { url } of receivers) await endpointAt(own, url);
      const eventIds: string[] = [];
      for (let index = 0; index < 60; index += 1) eventIds.push(await happen(own));
      dispatch();
      dispatch();
      for (let cut = 0; cut < 6; cut += 1) {
        await new Promise((resolve) => setTimeout(resolve, 120));
        await ownerQuery(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'partner-platform'`);
      }
      await until(async () => {
        const rows = await ownerQuery(`SELECT 1 FROM webhook_deliveries WHERE status = 'pending'`);
        return rows.length === 0;
      });
      for (const { received } of receivers) {
        expect(new Set(received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set(eventIds));
      }
    },
  );

  it('sends nothing twice without a fault, with three dispatchers', { timeout: 60_000 }, async () => {
    const own = await createProject();
    const at = await receiver();
    for (let index = 0; index < 5; index += 1) await endpointAt(own, `${at.url}/${index}`);
    dispatch();
    dispatch();
    dispatch();
    for (let index = 0; index < 40; index += 1) await happen(own);
    await until(() => at.received.length >= 200);
    await until(
      async () =>
        (await ownerQuery(`SELECT 1 FROM webhook_deliveries WHERE status = 'pending'`)).length === 0,
    );
    expect(at.received).toHaveLength(200);
    expect(new Set(at.received.map(({ headers }) => headers['credicorp-delivery'])).size).toBe(200);
  });
});

describe('a worker that dies', () => {
  const lapse = (id: string) =>
    ownerQuery(`UPDATE webhook_deliveries SET claimed_until = now() - interval '1 second' WHERE id = $1`, [
      id,
    ]);

  it('between claim and attempt: the claim lapses, another delivers', async () => {
    const at = await receiver();
    await endpointAt(project, at.url);
    await happen(project);
    const { id } = await claimOne(); // and then it was killed
    expect(await claimDue(inHand)).toEqual([]);
    await lapse(id);
    expect(await deliverDue()).toBe(1);
    expect(at.received).toHaveLength(1);
  });

  it('between attempt and settlement: delivered again, written down once', async () => {
    const at = await receiver();
    const endpoint = await endpointAt(project, at.url);
    const eventId = await happen(project);
    await sendEvent(await claimOne(), async () => []); // and then it was killed
    await lapse((await ownerQuery<{ id: string }>('SELECT id FROM webhook_deliveries WHERE event_id = $1', [eventId]))[0]!.id); // prettier-ignore
    await deliverDue();
    expect(at.received.map(({ headers }) => headers['webhook-id'])).toEqual([eventId, eventId]);
    expect(await stateOf(eventId, endpoint.id)).toMatchObject({
      status: 'succeeded',
      attempts: 1,
      failures: [null],
    });
  });

  it.each([
    [200, 500, { status: 'succeeded', failures: [null] }],
    [500, 200, { status: 'pending', failures: ['error_status'] }],
  ])('only seemed dead: after a %i its late %i does not count', async (timely, belated, state) => {
    let answer = timely;
    const at = await receiver((_, response) => response.writeHead(answer).end());
    const endpoint = await endpointAt(project, at.url);
    const eventId = await happen(project);
    const late = await claimOne();
    await lapse(late.id);
    await attemptDelivery(await claimOne());
    answer = belated;
    await attemptDelivery(late);
    expect(at.received).toHaveLength(2);
    expect(await stateOf(eventId, endpoint.id)).toMatchObject({ ...state, attempts: 1 });
  });

  it('while its owner disables or deletes the endpoint: nothing more is sent', async () => {
    const at = await receiver();
    const [one, two] = [await endpointAt(project, at.url), await endpointAt(project, at.url)];
    await inWriteContext(project, (ctx) => disableEndpoint({ ctx, input: { id: one.id } }));
    await happen(project);
    await inWriteContext(project, (ctx) => deleteEndpoint({ ctx, input: { id: two.id } }));
    expect(await deliverDue()).toBe(0);
    expect(at.received).toEqual([]);
  });
});

describe('forbidden targets at an attempt', () => {
  it('are never connected to, however they are spelled', { timeout: 60_000 }, async () => {
    const canaries = [await receiver(), await receiver(healthy, '::1')];
    await endpointAt(project, 'http://127.0.0.1:1');
    await happen(project);
    const delivery = await claimOne();
    const ports = canaries.map(({ url }) => new URL(url).port);
    const urls = [
      ...forbiddenHosts.flatMap((host) => ports.map((port) => `https://${host}:${port}/`)),
      ...forbiddenUrls,
    ];
    expect(urls.length).toBeGreaterThan(240);
    for (const url of urls) {
      const outcome = await sendEvent({ ...delivery, url }, async () => ['127.0.0.1', '::1']);
      expect([url, outcome.failure]).toEqual([url, 'forbidden_target']);
    }
    for (const address of forbiddenAddresses) {
      const asked: string[] = [];
      const rebind = async (name: string) => {
        asked.push(name);
        return asked.length === 1 ? ['93.184.216.34', address] : ['127.0.0.1'];
      };
      const outcome = await sendEvent({ ...delivery, url: `https://hook.example:${ports[0]}/` }, rebind);
      expect([address, outcome.failure, asked]).toEqual([address, 'forbidden_target', ['hook.example']]);
    }
    const live = await sendEvent({ ...delivery, livemode: true, url: canaries[0]!.url }, async () => []);
    expect(live.failure).toBe('forbidden_target');
    expect(canaries.map((canary) => canary.connections())).toEqual([0, 0]);
    // The canaries sing: the same target, spelled as it is allowed, is reached.
    expect((await sendEvent({ ...delivery, url: canaries[0]!.url }, async () => [])).failure).toBeNull();
  });
});
