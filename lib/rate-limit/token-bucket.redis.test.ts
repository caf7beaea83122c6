// The script against the model, on a real Redis with the test's own clock.
import fc from 'fast-check';
import type { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { BucketLimit } from '@/lib/core/limits';
import { environment } from '@/lib/env';
import { createRedisClient } from '@/lib/redis';
import { decide, isLeaseAlive, leaseExpiry, type KeptLevel } from './model';
import { script } from './script';
import { outcomes, tokenBucketLua } from './token-bucket.lua';

const clockLua = "{redis.call('GET', 'test:seconds'), redis.call('GET', 'test:micros')}";
// Expiry follows Redis's own clock, which a slow run must not make matter.
const scriptOnTestClock = script(tokenBucketLua(clockLua, 600_000));
const startMicros = 1_795_000_000_000_000;

let redis: Redis;
beforeAll(async () => {
  redis = createRedisClient(environment().redisUrl as string);
  await redis.connect();
});
afterAll(() => redis.disconnect());
beforeEach(() => redis.flushall());

interface Ask {
  readonly now: number;
  readonly limits: readonly BucketLimit[];
  readonly concurrent?: number | undefined;
  readonly lease?: string;
  readonly subjects?: readonly string[];
}

/** Asks the script; bucket n is kept under `{s}:n`. */
async function ask({ now, limits, concurrent, lease = 'lease', subjects = [] }: Ask): Promise<number[]> {
  const keys = limits.map((_, index) => `{s}:${index}`);
  if (concurrent !== undefined) keys.push('{s}:leases');
  if (subjects.length > 0) keys.push('{s}:denied');
  const figures = limits.flatMap(({ ratePerSecond, burst }) => [ratePerSecond, burst]);
  await redis.mset('test:seconds', Math.floor(now / 1_000_000), 'test:micros', now % 1_000_000);
  const args = [limits.length, concurrent ?? 0, lease, ...figures, ...subjects];
  return (await redis.eval(scriptOnTestClock.text, keys.length, ...keys, ...args)) as number[];
}

/** The model with a memory. */
class Oracle {
  readonly kept = new Map<number, KeptLevel>();
  readonly leases = new Map<string, number>();

  ask({ now, limits, concurrent, lease = 'lease' }: Ask): number[] {
    const kept = limits.map((_, index) => this.kept.get(index));
    const verdict = decide(kept, limits, now, concurrent, () => this.#leasesHeld(now, concurrent ?? 0));
    verdict.kept.forEach((level, index) => level && this.kept.set(index, level));
    if (verdict.outcome === 'allowed' && concurrent !== undefined) this.leases.set(lease, leaseExpiry(now));
    return [outcomes.indexOf(verdict.outcome), ...verdict.levels];
  }

  #leasesHeld(now: number, slots: number): number {
    if (this.leases.size >= slots) {
      for (const [id, expiry] of this.leases) if (!isLeaseAlive(expiry, now)) this.leases.delete(id);
    }
    return this.leases.size;
  }
}

const limit = fc.record({
  ratePerSecond: fc.integer({ min: 1, max: 100_000 }),
  burst: fc.integer({ min: 1, max: 20 }),
});
const slowLimit = fc.record({
  ratePerSecond: fc.integer({ min: 1, max: 5 }),
  burst: fc.integer({ min: 1, max: 5 }),
});
const step = fc.record({
  // Mostly forwards by less than a token's time, sometimes by a lease's life, sometimes back.
  micros: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 300_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 29_000_000, max: 31_000_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: -1_100_000, max: -1 }) },
    { weight: 1, arbitrary: fc.integer({ min: -40_000_000, max: -1 }) },
  ),
  buckets: fc.integer({ min: 1, max: 3 }),
  concurrent: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  release: fc.boolean(),
});

it('decides as the model does, to the micro-token, whatever the clock does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(limit, slowLimit), { minLength: 3, maxLength: 3 }),
      fc.array(step, { minLength: 1, maxLength: 60 }),
      async (limits, steps) => {
        await redis.flushall();
        const oracle = new Oracle();
        let now = startMicros;
        for (const [index, { micros, buckets, concurrent, release }] of steps.entries()) {
          now += micros;
          const [oldest] = oracle.leases.keys();
          if (release && oldest !== undefined) {
            oracle.leases.delete(oldest);
            await redis.zrem('{s}:leases', oldest);
          }
          const asked = { now, limits: limits.slice(0, buckets), concurrent, lease: `lease-${index}` };
          expect(await ask(asked)).toEqual(oracle.ask(asked));
        }
      },
    ),
    { numRuns: 150 },
  );
});

it('admits burst + rate·T over any T, and not one more', async () => {
  const limits = [{ ratePerSecond: 7, burst: 3 }];
  const span = 3_000_000;
  let admitted = 0;
  for (let now = startMicros; now <= startMicros + span; now += 25_000) {
    const [outcome] = await ask({ now, limits });
    if (outcome === 0) admitted++;
  }
  expect(admitted).toBe(3 + Math.floor((7 * span) / 1_000_000));
});

it('takes nothing from any bucket when one of them refuses', async () => {
  const project = { ratePerSecond: 10, burst: 50 };
  const subLimit = { ratePerSecond: 1, burst: 1 };
  expect(await ask({ now: startMicros, limits: [project, subLimit] })).toEqual([0, 49_000_000, 0]);
  for (let again = 0; again < 5; again++) {
    expect(await ask({ now: startMicros, limits: [project, subLimit] })).toEqual([1, 49_000_000, 0]);
  }
});

it('takes no token when the slots are full, and no slot when a token is missing', async () => {
  const limits = [{ ratePerSecond: 1, burst: 3 }];
  expect(await ask({ now: startMicros, limits, concurrent: 1, lease: 'a' })).toEqual([0, 2_000_000]);
  expect(await ask({ now: startMicros, limits, concurrent: 1, lease: 'b' })).toEqual([2, 2_000_000]);
  await redis.zrem('{s}:leases', 'a');
  expect(await ask({ now: startMicros, limits, concurrent: 2, lease: 'c' })).toEqual([0, 1_000_000]);
  expect(await ask({ now: startMicros, limits, concurrent: 2, lease: 'd' })).toEqual([0, 0]);
  await redis.zrem('{s}:leases', 'c', 'd');
  expect(await ask({ now: startMicros, limits, concurrent: 2, lease: 'e' })).toEqual([1, 0]);
  expect(await redis.exists('{s}:leases')).toBe(0);
});

it('gives a killed process’s slot back 30 seconds after it was taken', async () => {
  const limits = [{ ratePerSecond: 100, burst: 100 }];
  await ask({ now: startMicros, limits, concurrent: 1, lease: 'lost' });
  const [before] = await ask({ now: startMicros + 29_999_999, limits, concurrent: 1, lease: 'next' });
  const [after] = await ask({ now: startMicros + 30_000_000, limits, concurrent: 1, lease: 'next' });
  expect([before, after]).toEqual([2, 0]);
  expect(await redis.zrange('{s}:leases', '0', '-1')).toEqual(['next']);
});

it('goes on at its rate when the clock is set back by a day', async () => {
  const limits = [{ ratePerSecond: 1, burst: 1 }];
  const dayBefore = startMicros - 86_400_000_000;
  expect(await ask({ now: startMicros, limits })).toEqual([0, 0]);
  expect(await ask({ now: dayBefore, limits })).toEqual([1, 0]);
  expect(await ask({ now: dayBefore + 999_999, limits })).toEqual([1, 999_999]);
  expect(await ask({ now: dayBefore + 1_000_000, limits })).toEqual([0, 0]);
});

it('asks the deny-list first and then takes nothing', async () => {
  const limits = [{ ratePerSecond: 1, burst: 1 }];
  const subjects = ['jti', 'sec_1', 'cid_1', 'prj_1'];
  const second = startMicros / 1_000_000;
  await redis.zadd('{s}:denied', second, 'sec_1', second + 1, 'cid_1');
  expect(await ask({ now: startMicros, limits, concurrent: 1, subjects })).toEqual([3, 3]);
  expect(await redis.keys('{s}*')).toEqual(['{s}:denied']);
  // Empty buckets do not hide it either.
  await ask({ now: startMicros, limits });
  expect(await ask({ now: startMicros, limits, subjects })).toEqual([3, 3]);
  // At the end of its time an entry denies no more.
  const [outcome] = await ask({ now: startMicros + 1_000_000, limits, subjects });
  expect(outcome).toBe(0);
});

it('keeps nothing for ever: every key expires soon after it is full or idle', async () => {
  const text = tokenBucketLua();
  const keys = ['{s}:0', '{s}:1', '{s}:leases'];
  await redis.eval(text, 3, ...keys, 2, 5, 'lease', 10, 50, 1, 1);
  const [project, subLimit, leases] = await Promise.all(keys.map((key) => redis.pttl(key)));
  // 1 token at 10/s, 1 token at 1/s, a lease; each with a second of slack.
  expect(project).toBeGreaterThan(0);
  expect(project).toBeLessThanOrEqual(1_100);
  expect(subLimit).toBeGreaterThan(project as number);
  expect(subLimit).toBeLessThanOrEqual(2_000);
  expect(leases).toBeGreaterThan(2_000);
  expect(leases).toBeLessThanOrEqual(31_000);
});
