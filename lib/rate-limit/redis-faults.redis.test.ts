// Redis may vanish at any moment (promises, headline 4): each way it can, under steady questions.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { environment } from '@/lib/env';
import { createRedisClient } from '@/lib/redis';
import { redisServer } from '@/lib/testing';
import { denyManyInStore } from './deny-list';
import { InProcessLimiter } from './in-process-limiter';
import { RedisLimiter } from './redis-limiter';
import { script } from './script';
import { Store } from './store';
import { tokenBucketLua } from './token-bucket.lua';
import type { LimitDecision, LimitRequest } from './types';

const limit = { ratePerSecond: 20, burst: 40 };
const request: LimitRequest = {
  subject: 'prj_faults',
  buckets: [{ policy: 'project', key: 'project', limit }],
  concurrent: 10,
  denySubjects: ['jti'],
};
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let client: Redis;
let admin: Redis;
let store: Store;
let limiter: RedisLimiter;

async function connectAdmin(): Promise<void> {
  admin = createRedisClient(environment().redisUrl as string);
  await admin.connect();
}

beforeEach(async () => {
  await redisServer().restart();
  await connectAdmin();
  client = createRedisClient(environment().redisUrl as string);
  store = new Store(client);
  limiter = new RedisLimiter(store, new InProcessLimiter(2));
  expect(await decideAndRelease()).toMatchObject({ kind: 'allowed', decidedBy: 'redis' });
});

afterEach(() => {
  limiter.close();
  client.disconnect();
  admin.disconnect();
});

async function decideAndRelease(): Promise<LimitDecision> {
  const decision = await limiter.decide(request);
  if (decision.kind === 'allowed') decision.lease?.release();
  return decision;
}

/** A way to Redis that can lose what stands in it, or take its time. */
async function startDetour() {
  let isLosing = false;
  let delayMs = 0;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(redisServer().port, '127.0.0.1');
    let isLost = false;
    near.on('data', (data) => {
      isLost ||= isLosing;
      if (!isLost) far.write(data);
    });
    far.on('data', (data) => setTimeout(() => isLost || near.destroyed || near.write(data), delayMs));
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Connections that are used while this is true are dead for good, though nobody is told. */
    lose: (isOn: boolean) => (isLosing = isOn),
    delay: (milliseconds: number) => (delayMs = milliseconds),
    stop: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Asks until Redis decides again. Its promise is 5 seconds (contract §4). */
async function recovered(): Promise<void> {
  await expect.poll(() => limiter.mode, { timeout: 5_000, interval: 20 }).toBe('redis');
  const decision = await limiter.decide({ ...request, subject: 'prj_recovered' });
  expect(decision).toMatchObject({ kind: 'allowed', decidedBy: 'redis' });
}

/** Asks steadily while Redis is away: every question is decided here, at once. */
async function decidedHere(): Promise<void> {
  await decideAndRelease(); // the one that finds out
  expect(limiter.mode).toBe('fallback');
  // No question waits for Redis: they are decided within one turn of the event loop.
  const answers: LimitDecision[] = [];
  const questions = Array.from({ length: 20 }, () =>
    limiter.decide(request).then((answer) => answers.push(answer)),
  );
  await new Promise((resolve) => setImmediate(resolve));
  expect(answers).toHaveLength(20);
  await Promise.all(questions);
  for (const answer of answers) {
    if (answer.kind !== 'allowed') continue;
    expect(answer.decidedBy).toBe('local');
    answer.lease?.release();
  }
}

it('decides here while connections are refused', async () => {
  await redisServer().kill();
  await expect.poll(() => limiter.mode).toBe('fallback');
  await decidedHere();
  await redisServer().restart();
  await recovered();
});

it('decides here while Redis is silent, without waiting longer than it takes to notice', async () => {
  redisServer().pause();
  const askedAt = performance.now();
  expect(await limiter.decide(request)).toMatchObject({ kind: 'allowed', decidedBy: 'local' });
  expect(performance.now() - askedAt).toBeGreaterThan(40);
  await decidedHere();
  redisServer().resume();
  await recovered();
});

it('comes back from a silence so long that the connection is given up', async () => {
  redisServer().pause();
  await decidedHere();
  await sleep(2_500);
  await decidedHere();
  redisServer().resume();
  await recovered();
});

it('treats a Redis that pauses its clients as silent', async () => {
  await admin.client('PAUSE', 600, 'ALL');
  await decidedHere();
  await recovered();
});

it('decides here while Redis is out of memory', async () => {
  await admin.config('SET', 'maxmemory', '1');
  await decidedHere();
  await sleep(400); // some probes
  expect(limiter.mode).toBe('fallback');
  await admin.config('SET', 'maxmemory', '0');
  await recovered();
});

it('decides here while Redis is read-only', async () => {
  await admin.replicaof('127.0.0.1', 1);
  await decidedHere();
  await sleep(400);
  expect(limiter.mode).toBe('fallback');
  await admin.replicaof('NO', 'ONE');
  await recovered();
});

it('loads the script again when Redis has forgotten it, and asks on', async () => {
  await admin.script('FLUSH');
  const decisions = await Promise.all(Array.from({ length: 5 }, decideAndRelease));
  for (const decision of decisions) expect(decision).toMatchObject({ kind: 'allowed', decidedBy: 'redis' });
  expect(limiter.mode).toBe('redis');
});

it('goes on after a flush, with full buckets', async () => {
  await admin.flushall();
  expect(await decideAndRelease()).toMatchObject({
    kind: 'allowed',
    decidedBy: 'redis',
    buckets: [{ remaining: limit.burst - 1 }],
  });
});

it('tells when Redis has lost its data, so that the deny-list is written again', async () => {
  const rewrite = () => denyManyInStore([{ projectId: 'prj_faults', subject: 'jti', ttlSeconds: 60 }], store);
  store.onReturn(rewrite);
  await expect.poll(decideAndRelease, { timeout: 5_000 }).toEqual({ kind: 'revoked', subject: 'jti' });
  await admin.flushall();
  expect(await decideAndRelease()).toMatchObject({ kind: 'allowed' });
  await expect.poll(decideAndRelease, { timeout: 5_000 }).toEqual({ kind: 'revoked', subject: 'jti' });
  await redisServer().restart();
  await expect.poll(decideAndRelease, { timeout: 5_000 }).toEqual({ kind: 'revoked', subject: 'jti' });
});

it('takes no nonsense for an answer', async () => {
  const nonsense = [
    'return 1',
    'return {0}',
    'return {9, 1}',
    "return {0, 'a'}",
    'return {3, 7}',
    'return {}',
  ];
  for (const text of nonsense) {
    const misled = new Store(client);
    const asked = new RedisLimiter(misled, new InProcessLimiter(), script(text));
    expect(await asked.decide(request)).toMatchObject({ kind: 'allowed', decidedBy: 'local' });
    expect(asked.mode).toBe('fallback');
    asked.close();
  }
});

it('gives back a slot that was taken before Redis fell silent', async () => {
  const decision = await limiter.decide(request);
  redisServer().pause();
  await limiter.decide(request); // notices, and may have taken a slot that nobody holds
  if (decision.kind === 'allowed') decision.lease?.release();
  redisServer().resume();
  await recovered();
  await expect.poll(() => admin.exists('rl:{prj_faults}:leases'), { timeout: 5_000 }).toBe(0);
});

it('gives back a slot whose connection was lost, when Redis kept its data', async () => {
  const decision = await limiter.decide(request);
  expect(await admin.zcard('rl:{prj_faults}:leases')).toBe(1);
  await admin.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  await expect.poll(() => limiter.mode).toBe('fallback');
  if (decision.kind === 'allowed') decision.lease?.release();
  await recovered();
  await expect.poll(() => admin.zcard('rl:{prj_faults}:leases')).toBe(0);
});

it('admits no more than twice the limit when Redis comes and goes', async () => {
  const startedAt = performance.now();
  const other = createRedisClient(environment().redisUrl as string);
  const otherLimiter = new RedisLimiter(new Store(other), new InProcessLimiter(2));
  const admitted = { redis: 0, local: 0 };
  let isOver = false;
  const asking = [limiter, otherLimiter].map(async (asked) => {
    while (!isOver) {
      const decision = await asked.decide(request);
      if (decision.kind === 'allowed') {
        admitted[decision.decidedBy]++;
        decision.lease?.release();
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
  for (let flap = 0; flap < 5; flap++) {
    redisServer().pause();
    await expect.poll(() => [limiter.mode, otherLimiter.mode]).toEqual(['fallback', 'fallback']);
    redisServer().resume();
    await expect
      .poll(() => [limiter.mode, otherLimiter.mode], { timeout: 5_000 })
      .toEqual(['redis', 'redis']);
  }
  isOver = true;
  await Promise.all(asking);
  const seconds = (performance.now() - startedAt) / 1_000;
  // One limit through Redis, and the shares of one more here: not one for each outage.
  const budget = limit.burst + limit.ratePerSecond * seconds;
  expect(admitted.local).toBeGreaterThan(0);
  expect(admitted.local).toBeLessThanOrEqual(Math.ceil(budget));
  expect(admitted.redis).toBeLessThanOrEqual(Math.ceil(budget));
  otherLimiter.close();
  other.disconnect();
});

it('decides here from the start when there is no Redis to connect to', async () => {
  await redisServer().kill();
  const lone = createRedisClient(environment().redisUrl as string);
  const started = new RedisLimiter(new Store(lone), new InProcessLimiter(), script(tokenBucketLua()));
  expect(await started.decide(request)).toMatchObject({ kind: 'allowed', decidedBy: 'local' });
  expect(started.mode).toBe('fallback');
  await redisServer().restart();
  await expect.poll(() => started.mode, { timeout: 5_000 }).toBe('redis');
  started.close();
  lone.disconnect();
});

it('gives a dead connection up, though nobody closed it', async () => {
  const detour = await startDetour();
  const routed = createRedisClient(detour.url);
  const asked = new RedisLimiter(new Store(routed), new InProcessLimiter());
  expect(await asked.decide(request)).toMatchObject({ decidedBy: 'redis' });
  detour.lose(true);
  expect(await asked.decide(request)).toMatchObject({ decidedBy: 'local' });
  detour.lose(false);
  await expect.poll(() => asked.mode, { timeout: 5_000 }).toBe('redis');
  asked.close();
  routed.disconnect();
  detour.stop();
});

it('does not wait for a slow Redis, and gives back what it grants too late', async () => {
  const detour = await startDetour();
  const routed = createRedisClient(detour.url);
  const asked = new RedisLimiter(new Store(routed), new InProcessLimiter());
  const slow = { ...request, subject: 'prj_slow' };
  const inTime = await asked.decide(slow);
  if (inTime.kind === 'allowed') inTime.lease?.release();
  await expect.poll(() => admin.zcard('rl:{prj_slow}:leases')).toBe(0);
  detour.delay(500);
  expect(await asked.decide(slow)).toMatchObject({ kind: 'allowed', decidedBy: 'local' });
  await sleep(1_200); // probes are answered, but too late
  expect(asked.mode).toBe('fallback');
  expect(await admin.zcard('rl:{prj_slow}:leases')).toBe(1);
  detour.delay(0);
  await expect.poll(() => asked.mode, { timeout: 5_000 }).toBe('redis');
  await expect.poll(() => admin.zcard('rl:{prj_slow}:leases')).toBe(0);
  asked.close();
  routed.disconnect();
  detour.stop();
});
