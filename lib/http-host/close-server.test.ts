import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { closeServer } from './close-server';
import { createHostServer } from './host-server';
import { RawClient } from './testing/raw-client';

async function start() {
  const entered = Promise.withResolvers<void>();
  const open = Promise.withResolvers<void>();
  const host = createHostServer({
    routes: [
      ['/partner/v1/quick', { GET: async () => new Response('{}') }],
      ['/partner/v1/held', { GET: async () => (entered.resolve(), await open.promise, new Response('{}')) }],
    ],
    pages: (_, outgoing) => void outgoing.end(),
  });
  await new Promise<void>((resolve) => host.server.listen(0, '127.0.0.1', resolve));
  return {
    ...host,
    port: (host.server.address() as AddressInfo).port,
    entered: entered.promise,
    open: open.resolve,
  };
}
const get = (path: string) => `GET /partner/v1/${path} HTTP/1.1\r\nHost: a\r\n\r\n`;

it('lets a running request end, answers the next one on a kept connection, and accepts no new connection', async () => {
  const host = await start();
  const held = new RawClient(host.port).send(get('held'));
  const kept = new RawClient(host.port).send(get('quick'));
  await host.entered;
  expect((await kept.answers(1)).answers[0]?.headers['connection']).toBe('keep-alive');

  host.drain();
  const closed = closeServer(host.server);
  const late = new RawClient(host.port).send(get('quick'));
  expect((await late.ended()).answers).toHaveLength(0);

  // A client that had not heard of it yet is served, and told to go.
  kept.send(get('quick'));
  const second = await kept.ended();
  expect(second.answers[1]).toMatchObject({ status: 200, headers: { connection: 'close' } });

  host.open();
  const exchange = await held.ended();
  expect(exchange.answers[0]?.status).toBe(200);
  await closed;
});

it('ends idle connections', async () => {
  const host = await start();
  const idle = new RawClient(host.port).send(get('quick'));
  await idle.answers(1);
  host.drain();
  await closeServer(host.server);
  expect((await idle.ended()).closed).toBe(true);
});
