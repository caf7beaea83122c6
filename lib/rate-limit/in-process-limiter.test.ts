import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { InProcessLimiter } from './in-process-limiter';
import { bucketsOf, publicRingLimit, tiers } from './policies';
import type { LimitDecision, LimitRequest } from './types';

let now: number;
const seconds = (count: number) => count * 1_000_000;
const newLimiter = (shares = 1) => new InProcessLimiter(shares, () => now);
beforeEach(() => {
  now = seconds(1_000);
});

const bucket = (ratePerSecond: number, burst: number, policy = 'project') => ({
  policy,
  key: policy,
  limit: { ratePerSecond, burst },
});
const build: LimitRequest = { subject: 'prj_1', buckets: bucketsOf(tiers.build), concurrent: 10 };

/** Asks `count` times; true for each that was allowed. Slots are given back. */
function ask(limiter: InProcessLimiter, request: LimitRequest, count: number): number {
  let allowed = 0;
  for (let index = 0; index < count; index++) {
    const decision = limiter.decideNow(request);
    if (decision.kind !== 'allowed') continue;
    allowed++;
    decision.lease?.release();
  }
  return allowed;
}

function denial(decision: LimitDecision) {
  if (decision.kind !== 'denied') throw new Error(`expected a denial, not ${decision.kind}`);
  return decision;
}

describe('a bucket', () => {
  it('admits its burst at once and its rate from then on', () => {
    const limiter = newLimiter();
    expect(ask(limiter, build, 60)).toBe(50);
    now += seconds(1);
    expect(ask(limiter, build, 60)).toBe(10);
    now += seconds(60);
    expect(ask(limiter, build, 60)).toBe(50);
  });

  it('shows what is left, when it is full and when the next token comes', () => {
    const limiter = newLimiter();
    const [first] = (limiter.decideNow(build) as { buckets: readonly unknown[] }).buckets;
    expect(first).toEqual({
      policy: 'project',
      limit: tiers.build.bucket,
      remaining: 49,
      resetSeconds: 1,
      nextTokenSeconds: 1,
    });
    now += 50_000; // half a token
    const [second] = (limiter.decideNow(build) as { buckets: readonly unknown[] }).buckets;
    expect(second).toMatchObject({ remaining: 48, resetSeconds: 1 });
  });

  it('never admits more than burst + rate·T, and a client that waits Retry-After out is admitted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.integer({ min: 0, max: 400_000 }), { maxLength: 200 }),
        (ratePerSecond, burst, pauses) => {
          const limiter = newLimiter();
          const request = { subject: 'prj_1', buckets: [bucket(ratePerSecond, burst)] };
          const startedAt = now;
          let admitted = 0;
          for (const pause of pauses) {
            now += pause;
            admitted += ask(limiter, request, 3);
            const possible = burst + Math.floor((ratePerSecond * (now - startedAt)) / 1_000_000);
            expect(admitted).toBeLessThanOrEqual(possible);
          }
          for (;;) {
            const decision = limiter.decideNow(request);
            if (decision.kind === 'allowed') continue;
            now += seconds(denial(decision).retryAfterSeconds);
            expect(limiter.decideNow(request).kind).toBe('allowed');
            break;
          }
        },
      ),
    );
  });

  it('takes nothing from the project when the sub-limit refuses, and names the one with the longest wait', () => {
    const limiter = newLimiter();
    const both = { subject: 'prj_1', buckets: [bucket(10, 5), bucket(1, 2, 'decisions.refresh')] };
    expect(ask(limiter, both, 4)).toBe(2);
    expect(denial(limiter.decideNow(both))).toMatchObject({
      reason: 'rate',
      policy: 'decisions.refresh',
      retryAfterSeconds: 1,
      buckets: [{ remaining: 3 }, { remaining: 0 }],
    });
    expect(ask(limiter, { subject: 'prj_1', buckets: [bucket(10, 5)] }, 9)).toBe(3);
  });

  it('is another one for another subject', () => {
    const limiter = newLimiter();
    expect(ask(limiter, build, 60)).toBe(50);
    expect(ask(limiter, { ...build, subject: 'prj_2' }, 60)).toBe(50);
  });
});

describe('slots in flight', () => {
  const two: LimitRequest = { ...build, concurrent: 2 };

  it('are refused beyond their number at no cost, and free again once released', () => {
    const limiter = newLimiter();
    const held = limiter.decideNow(two);
    limiter.decideNow(two);
    expect(denial(limiter.decideNow(two))).toMatchObject({
      reason: 'concurrency',
      policy: 'concurrency',
      retryAfterSeconds: 1,
      buckets: [{ remaining: 48 }],
    });
    if (held.kind === 'allowed') {
      held.lease?.release();
      held.lease?.release(); // a second time changes nothing
    }
    expect(limiter.decideNow(two).kind).toBe('allowed');
    expect(limiter.decideNow(two).kind).toBe('denied');
  });

  it('come back by themselves after 30 seconds', () => {
    const limiter = newLimiter();
    limiter.decideNow(two);
    limiter.decideNow(two);
    now += seconds(30) - 1;
    expect(limiter.decideNow(two).kind).toBe('denied');
    now += 1;
    expect(limiter.decideNow(two).kind).toBe('allowed');
  });
});

describe('a share', () => {
  it('divides rate, burst and concurrency, and shows the whole limit', () => {
    const limiter = newLimiter(4);
    const decision = limiter.decideNow(build);
    expect(decision).toMatchObject({ buckets: [{ limit: { burst: 50 }, remaining: 11 }] });
    expect(ask(limiter, build, 60)).toBe(11);
    now += seconds(1);
    expect(ask(limiter, build, 60)).toBe(2);
    const third = newLimiter(4);
    const held = Array.from({ length: 5 }, () => third.decideNow(build));
    expect(held.filter(({ kind }) => kind === 'allowed')).toHaveLength(2);
  });

  it('is at least one', () => {
    const limiter = newLimiter(100);
    const request = { subject: 'prj_1', buckets: [bucket(1, 1)], concurrent: 1 };
    expect(ask(limiter, request, 3)).toBe(1);
    now += seconds(1);
    expect(ask(limiter, request, 3)).toBe(1);
  });

  it('divides a window too', () => {
    const limiter = newLimiter(2);
    const request = publicRingLimit('192.0.2.1', 'products');
    const decisions = Array.from({ length: 40 }, () => limiter.decideWindowNow(request));
    expect(decisions.filter(({ kind }) => kind === 'allowed')).toHaveLength(30);
  });
});

describe('a window', () => {
  const request = publicRingLimit('192.0.2.1', 'products');

  it('starts with its first request and admits no more than its number until it ends', () => {
    const limiter = newLimiter();
    for (let index = 0; index < 60; index++) expect(limiter.decideWindowNow(request).kind).toBe('allowed');
    now += seconds(59) + 1;
    expect(denial(limiter.decideWindowNow(request))).toEqual({
      kind: 'denied',
      reason: 'rate',
      policy: 'public',
      retryAfterSeconds: 1,
      buckets: [
        {
          policy: 'public',
          limit: { ratePerSecond: 1, burst: 60 },
          remaining: 0,
          resetSeconds: 1,
          nextTokenSeconds: 1,
        },
      ],
    });
    now += seconds(1);
    expect(limiter.decideWindowNow(request)).toMatchObject({
      kind: 'allowed',
      buckets: [{ remaining: 59, resetSeconds: 60 }],
    });
  });
});

it('forgets what is full, over or given back', () => {
  const limiter = newLimiter();
  for (let index = 0; index < 100_000; index++) {
    const decision = limiter.decideNow({ ...build, subject: `prj_${index}` });
    if (decision.kind === 'allowed') decision.lease?.release();
    limiter.decideWindowNow({ ...publicRingLimit(`address ${index}`, 'status'), windowSeconds: 1 });
    now += 1_000; // a bucket is full again after 100 ms, a window over after a second
  }
  expect(limiter.size).toBeLessThan(10_000);
  now += seconds(11);
  limiter.decideNow(build);
  expect(limiter.size).toBeLessThan(4);
});
