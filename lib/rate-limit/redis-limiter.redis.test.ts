// The shared limiter on a Redis that is well: what several processes admit together.
import type { Redis } from 'ioredis';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { environment } from '@/lib/env';
import { closeRedis, createRedisClient } from '@/lib/redis';
import { denyManyInStore } from './deny-list';
import { InProcessLimiter } from './in-process-limiter';
import { limiter } from './limiter';
import { bucketsOf, limitsOf, publicRingLimit, tiers } from './policies';
import { RedisLimiter } from './redis-limiter';
import { Store } from './store';
import type { LimitDecision, LimitRequest } from './types';

const clients: Redis[] = [];

/** What one process has: a connection, a breaker, a share. */
function newProcess() {
  const client = createRedisClient(environment().redisUrl as string);
  clients.push(client);
  const store = new Store(client);
  return { client, store, limiter: new RedisLimiter(store, new InProcessLimiter(2)) };
}

const first = newProcess();
const second = newProcess();
afterAll(() => clients.forEach((client) => client.disconnect()));
beforeEach(async () => {
  if (first.client.status !== 'ready') await new Promise((resolve) => first.client.once('ready', resolve));
  await first.client.flushall();
});

/** Waits as a careful client does: by the clock, since a timer may fire a millisecond early. */
async function waitOut(seconds: number): Promise<void> {
  const until = performance.now() + seconds * 1_000;
  while (performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, until - performance.now()));
}

const kinds = (decisions: readonly LimitDecision[]) =>
  decisions.reduce<Record<string, number>>((counts, decision) => {
    const kind = decision.kind === 'denied' ? decision.reason : decision.kind;
    return { ...counts, [kind]: (counts[kind] ?? 0) + 1 };
  }, {});

/** Redis's own time, in microseconds. */
async function redisMicros(): Promise<number> {
  const [seconds, micros] = (await first.client.time()) as unknown as [string, string];
  return Number(seconds) * 1_000_000 + Number(micros);
}

it('admits burst + rate·T by Redis time, whatever number of processes ask', async () => {
  const limit = { ratePerSecond: 200, burst: 50 };
  const request: LimitRequest = {
    subject: 'prj_exact',
    buckets: [{ policy: 'project', key: 'project', limit }],
  };
  const startedAt = await redisMicros();
  let admitted = 0;
  let firstAdmitted = 0;
  for (let round = 0; round < 40; round++) {
    const decisions = await Promise.all(
      Array.from({ length: 40 }, (_, index) => (index % 2 ? first : second).limiter.decide(request)),
    );
    admitted += kinds(decisions)['allowed'] ?? 0;
    if (round === 1) firstAdmitted = admitted;
    expect(decisions.every((decision) => decision.kind !== 'allowed' || decision.decidedBy === 'redis')).toBe(
      true,
    );
  }
  const elapsed = (await redisMicros()) - startedAt;
  expect(firstAdmitted).toBeGreaterThanOrEqual(50);
  expect(admitted).toBeLessThanOrEqual(50 + Math.floor((200 * elapsed) / 1_000_000));
});

it('names the bucket with the longest wait, and a lone client that waits it out succeeds', async () => {
  const request: LimitRequest = {
    subject: 'prj_wait',
    buckets: bucketsOf(tiers.build, 'decisions.refresh'),
    concurrent: tiers.build.concurrent,
  };
  const allowed = await first.limiter.decide(request);
  expect(allowed).toMatchObject({ kind: 'allowed', decidedBy: 'redis' });
  if (allowed.kind === 'allowed') allowed.lease?.release();
  const denied = await second.limiter.decide(request);
  expect(denied).toMatchObject({
    kind: 'denied',
    reason: 'rate',
    policy: 'decisions.refresh',
    retryAfterSeconds: 1,
  });
  if (denied.kind !== 'denied') return;
  expect(denied.buckets).toMatchObject([
    { policy: 'project', remaining: 49 },
    { policy: 'decisions.refresh', remaining: 0, resetSeconds: 1, nextTokenSeconds: 1 },
  ]);
  await waitOut(denied.retryAfterSeconds);
  expect(await second.limiter.decide(request)).toMatchObject({ kind: 'allowed' });
});

it('holds the number in flight across processes, and a released slot is free for all', async () => {
  const request: LimitRequest = { subject: 'prj_busy', buckets: bucketsOf(tiers.build), concurrent: 3 };
  const decisions = await Promise.all(
    Array.from({ length: 8 }, (_, index) => (index % 2 ? first : second).limiter.decide(request)),
  );
  expect(kinds(decisions)).toEqual({ allowed: 3, concurrency: 5 });
  const denied = decisions.find((decision) => decision.kind === 'denied');
  expect(denied).toMatchObject({ policy: 'concurrency', retryAfterSeconds: 1, buckets: [{ remaining: 47 }] });
  for (const decision of decisions) if (decision.kind === 'allowed') decision.lease?.release();
  await expect.poll(() => first.client.exists('rl:{prj_busy}:leases')).toBe(0);
  expect(kinds([await second.limiter.decide(request)])).toEqual({ allowed: 1 });
});

it('finds a denied subject in the same round trip, before anything is taken', async () => {
  const ask = (jti: string) =>
    second.limiter.decide({
      subject: 'prj_denied',
      buckets: bucketsOf(tiers.build),
      concurrent: 10,
      denySubjects: [jti, 'sec_1', 'cid_1', 'prj_denied'],
    });
  await denyManyInStore(
    [
      { projectId: 'prj_denied', subject: 'jti-revoked', ttlSeconds: 900 },
      { projectId: 'prj_other', subject: 'jti-elsewhere', ttlSeconds: 900 },
    ],
    first.store,
  );
  expect(await ask('jti-revoked')).toEqual({ kind: 'revoked', subject: 'jti-revoked' });
  expect(await first.client.keys('rl:{prj_denied}*')).toEqual(['rl:{prj_denied}:denied']);
  expect(await ask('jti-elsewhere')).toMatchObject({ kind: 'allowed', buckets: [{ remaining: 49 }] });
  await denyManyInStore([{ projectId: 'prj_denied', subject: 'cid_1', ttlSeconds: 900 }], first.store);
  expect(await ask('jti-fine')).toEqual({ kind: 'revoked', subject: 'cid_1' });
  const ttl = await first.client.ttl('rl:{prj_denied}:denied');
  expect(ttl).toBeGreaterThan(890);
  expect(ttl).toBeLessThanOrEqual(901);
});

it('does not shorten an entry of the deny-list, and forgets those that are over', async () => {
  await first.client.zadd('rl:{prj_list}:denied', 1, 'long-over');
  await denyManyInStore([{ projectId: 'prj_list', subject: 'jti', ttlSeconds: 900 }], first.store);
  await denyManyInStore([{ projectId: 'prj_list', subject: 'jti', ttlSeconds: 5 }], first.store);
  const [member, score, ...others] = await first.client.zrange(
    'rl:{prj_list}:denied',
    '0',
    '-1',
    'WITHSCORES',
  );
  expect([member, ...others]).toEqual(['jti']);
  expect(Number(score)).toBeGreaterThan((await redisMicros()) / 1_000_000 + 800);
});

it('counts a fixed window for all processes together', async () => {
  const request = publicRingLimit('192.0.2.1', 'products');
  const decisions = await Promise.all(
    Array.from({ length: 70 }, (_, index) => (index % 2 ? first : second).limiter.decideWindow(request)),
  );
  expect(kinds(decisions)).toEqual({ allowed: 60, rate: 10 });
  const denied = decisions.find((decision) => decision.kind === 'denied');
  expect(denied).toMatchObject({ policy: 'public', buckets: [{ remaining: 0, limit: { burst: 60 } }] });
  expect((denied as { retryAfterSeconds: number }).retryAfterSeconds).toBeGreaterThanOrEqual(58);
  expect((denied as { retryAfterSeconds: number }).retryAfterSeconds).toBeLessThanOrEqual(60);
  // Another route and another address have their own.
  expect(await first.limiter.decideWindow(publicRingLimit('192.0.2.1', 'status'))).toMatchObject({
    kind: 'allowed',
    buckets: [{ remaining: 59 }],
  });
  expect(await first.limiter.decideWindow(publicRingLimit('192.0.2.2', 'products'))).toMatchObject({
    kind: 'allowed',
  });
});

it('starts a new window when the old one ends', async () => {
  const request = { ...publicRingLimit('192.0.2.3', 'products'), limit: 1, windowSeconds: 1 };
  expect(await first.limiter.decideWindow(request)).toMatchObject({ kind: 'allowed' });
  const denied = await first.limiter.decideWindow(request);
  expect(denied).toMatchObject({ kind: 'denied', retryAfterSeconds: 1 });
  await waitOut(1);
  expect(await first.limiter.decideWindow(request)).toMatchObject({ kind: 'allowed' });
});

it('meters negotiated figures as it meters a tier’s', async () => {
  const negotiatedLimits = { bucket: { ratePerSecond: 5_000, burst: 7 }, concurrent: 100 };
  const limits = limitsOf({ tier: 'platform', negotiatedLimits });
  const decision = await first.limiter.decide({
    subject: 'prj_platform',
    buckets: bucketsOf(limits, 'disbursements.create'),
    concurrent: limits.concurrent,
  });
  expect(decision).toMatchObject({
    kind: 'allowed',
    buckets: [
      { policy: 'project', remaining: 6, resetSeconds: 1 },
      { policy: 'disbursements.create', remaining: 1, resetSeconds: 1 },
    ],
  });
});

it('is the limiter of a process that has REDIS_URL, and can be closed', async () => {
  expect(limiter()).toBe(limiter());
  await denyManyInStore([{ projectId: 'prj_process', subject: 'jti', ttlSeconds: 60 }]);
  const denied = await limiter().decide({
    subject: 'prj_process',
    buckets: bucketsOf(tiers.build),
    denySubjects: ['jti'],
  });
  expect(denied).toEqual({ kind: 'revoked', subject: 'jti' });
  expect(limiter().mode).toBe('redis');
  limiter().close();
  await closeRedis();
  // Whoever still asks during shutdown gets an answer.
  expect(await limiter().decide({ subject: 'prj_process', buckets: bucketsOf(tiers.build) })).toMatchObject({
    kind: 'allowed',
    decidedBy: 'local',
  });
});
