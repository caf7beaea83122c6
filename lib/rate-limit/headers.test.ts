import { parseList, type Item } from 'structured-headers';
import { describe, expect, it } from 'vitest';
import { rateLimitHeaders } from './headers';
import { tiers } from './policies';
import type { BucketState } from './types';

const project = (remaining: number, resetSeconds = 1): BucketState => ({
  policy: 'project',
  limit: tiers.build.bucket,
  remaining,
  resetSeconds,
  nextTokenSeconds: resetSeconds === 0 ? undefined : 1,
});
const create = (remaining: number): BucketState => ({
  policy: 'applications.create',
  limit: tiers.build.subLimits['applications.create'],
  remaining,
  resetSeconds: 1,
  nextTokenSeconds: 1,
});

/** Members of a structured list as name and plain parameters. */
function members(text: string | undefined) {
  return (parseList(text as string) as Item[]).map(([name, parameters]) => ({
    name,
    ...Object.fromEntries(parameters),
  }));
}

describe('rateLimitHeaders', () => {
  it('spells them as the contract does', () => {
    expect(rateLimitHeaders([project(49), create(4)])).toEqual({
      'ratelimit-limit': '5',
      'ratelimit-remaining': '4',
      'ratelimit-reset': '1',
      'ratelimit-policy': '"project";q=50;w=5, "applications.create";q=5;w=1',
      ratelimit: '"project";r=49;t=1, "applications.create";r=4;t=1',
    });
  });

  it('describes the bucket with fewer tokens left', () => {
    expect(rateLimitHeaders([project(2, 5), create(4)])).toMatchObject({
      'ratelimit-limit': '50',
      'ratelimit-remaining': '2',
      'ratelimit-reset': '5',
    });
  });

  it('describes the sub-limit on a tie', () => {
    expect(rateLimitHeaders([project(4, 5), create(4)])).toMatchObject({
      'ratelimit-limit': '5',
      'ratelimit-reset': '1',
    });
  });

  it('leaves t out when the bucket is full', () => {
    expect(rateLimitHeaders([project(50, 0)])).toMatchObject({
      'ratelimit-reset': '0',
      ratelimit: '"project";r=50',
    });
  });

  it('has nothing to say where nothing was metered', () => {
    expect(rateLimitHeaders(undefined)).toEqual({});
    expect(rateLimitHeaders([])).toEqual({});
  });

  it('rounds the window up', () => {
    const limit = { ratePerSecond: 3, burst: 10 };
    const headers = rateLimitHeaders([{ ...project(1), limit }]);
    expect(headers['ratelimit-policy']).toBe('"project";q=10;w=4');
  });

  it('keeps two policies apart that share one limits object', () => {
    const limit = { ratePerSecond: 1, burst: 1 };
    const headers = rateLimitHeaders([
      { ...project(0), limit },
      { ...create(0), limit },
    ]);
    expect(headers['ratelimit-policy']).toBe('"project";q=1;w=1, "applications.create";q=1;w=1');
    expect(rateLimitHeaders([{ ...project(0), limit }])['ratelimit-policy']).toBe('"project";q=1;w=1');
  });

  it('is read by a structured-fields parser', () => {
    const headers = rateLimitHeaders([project(49), create(4)]);
    expect(members(headers['ratelimit-policy'])).toEqual([
      { name: 'project', q: 50, w: 5 },
      { name: 'applications.create', q: 5, w: 1 },
    ]);
    expect(members(headers['ratelimit'])).toEqual([
      { name: 'project', r: 49, t: 1 },
      { name: 'applications.create', r: 4, t: 1 },
    ]);
  });
});
