import { Redis } from 'ioredis';
import { expect, it } from 'vitest';
import { environment } from '@/lib/env';
import { redisServer } from '@/lib/testing';

const connect = () =>
  new Redis(environment().redisUrl ?? '', {
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    lazyConnect: true,
  });

it('gives the file an empty server that can crash and come back empty', async () => {
  const before = connect();
  before.on('error', () => undefined);
  await before.connect();
  expect(await before.dbsize()).toBe(0);
  await before.set('key', 'value');
  await redisServer().kill();
  await expect(
    connect()
      .on('error', () => undefined)
      .connect(),
  ).rejects.toThrow();
  await redisServer().restart();
  const after = connect();
  await after.connect();
  expect(await after.get('key')).toBeNull();
  before.disconnect();
  after.disconnect();
});

it('can fall silent without closing the connection', async () => {
  const client = connect();
  await client.connect();
  redisServer().pause();
  const answer = client.ping();
  await expect(
    Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 100, 'silence'))]),
  ).resolves.toBe('silence');
  redisServer().resume();
  expect(await answer).toBe('PONG');
  client.disconnect();
});
