import { describe, expect, it } from 'vitest';
import { subLimitNames } from '@/lib/core/limits';
import {
  addressLimit,
  bucketsOf,
  clientLimit,
  limitsOf,
  publicRingLimit,
  standardSubLimits,
  tiers,
  wrongCredentialsLimit,
} from './policies';

const rate = (ratePerSecond: number, burst: number) => ({ ratePerSecond, burst });

describe('limitsOf', () => {
  it.each([
    ['build', 10, 50, 10],
    ['launch', 25, 100, 20],
    ['scale', 100, 400, 50],
  ] as const)('gives %s its published figures', (tier, perSecond, burst, concurrent) => {
    const limits = limitsOf({ tier, negotiatedLimits: null });
    expect(limits.bucket).toEqual(rate(perSecond, burst));
    expect(limits.concurrent).toBe(concurrent);
    expect(limits.tokenPlane).toEqual(rate(5, 20));
    expect(limits.subLimits).toEqual({
      'applications.create': rate(5, 5),
      'decisions.refresh': rate(1, 1),
      'payment_links.create': rate(10, 10),
      'identity_checks.create': rate(5, 5),
      'disbursements.create': rate(2, 2),
    });
  });

  it('gives one object for a tier, so that what is worked out from it is worked out once', () => {
    const build = { tier: 'build', negotiatedLimits: null } as const;
    expect(limitsOf(build)).toBe(limitsOf(build));
  });

  it('reads what was negotiated, and completes it with the standard', () => {
    const negotiatedLimits = {
      bucket: rate(2000, 8000),
      concurrent: 500,
      subLimits: { 'applications.create': rate(300, 600) },
    };
    const limits = limitsOf({ tier: 'platform', negotiatedLimits });
    expect(limits.bucket).toEqual(rate(2000, 8000));
    expect(limits.concurrent).toBe(500);
    expect(limits.subLimits).toEqual({ ...standardSubLimits, 'applications.create': rate(300, 600) });
    expect(limits.tokenPlane).toEqual(rate(5, 20));
    expect(Object.keys(limits.subLimits).sort()).toEqual([...subLimitNames].sort());
  });

  it('ignores negotiated figures on a published tier', () => {
    const negotiatedLimits = { bucket: rate(1, 1), concurrent: 1 };
    expect(limitsOf({ tier: 'launch', negotiatedLimits })).toBe(tiers.launch);
  });

  it.each([
    ['nothing', null],
    ['a fraction of a request a second', { bucket: rate(0.5, 1), concurrent: 1 }],
    ['a rate of zero', { bucket: rate(0, 1), concurrent: 1 }],
    [
      'an unknown sub-limit',
      { bucket: rate(1, 1), concurrent: 1, subLimits: { 'loans.create': rate(1, 1) } },
    ],
    ['an unknown figure', { bucket: rate(1, 1), concurrent: 1, burst: 5 }],
  ])('refuses %s', (_, negotiatedLimits) => {
    expect(() => limitsOf({ tier: 'platform', negotiatedLimits })).toThrow();
  });
});

describe('bucketsOf', () => {
  it('is the project, then the sub-limit', () => {
    expect(bucketsOf(tiers.build)).toEqual([{ policy: 'project', key: 'project', limit: rate(10, 50) }]);
    expect(bucketsOf(tiers.build, 'disbursements.create')).toEqual([
      { policy: 'project', key: 'project', limit: rate(10, 50) },
      { policy: 'disbursements.create', key: 'disbursements.create', limit: rate(2, 2) },
    ]);
  });

  it('is made once for each limits object and sub-limit', () => {
    expect(bucketsOf(tiers.scale, 'decisions.refresh')).toBe(bucketsOf(tiers.scale, 'decisions.refresh'));
    expect(bucketsOf(tiers.scale)).toBe(bucketsOf(tiers.scale));
    expect(bucketsOf(tiers.scale)).not.toBe(bucketsOf(tiers.launch));
  });
});

describe('the token plane', () => {
  it('meters addresses, clients and wrong credentials by their own figures', () => {
    expect(addressLimit('192.0.2.1')).toMatchObject({
      subject: '192.0.2.1',
      buckets: [{ limit: rate(20, 60) }],
    });
    expect(clientLimit('cid_sbx_1', tiers.build)).toMatchObject({
      subject: 'cid_sbx_1',
      buckets: [{ limit: rate(5, 20) }],
    });
    expect(wrongCredentialsLimit('cid_sbx_1', '192.0.2.1').buckets).toMatchObject([{ limit: rate(1, 10) }]);
  });

  it('keeps wrong credentials apart by client id and address, however a stranger spells the id', () => {
    const bucket = (clientId: string, address = '192.0.2.1') => {
      const { subject, buckets } = wrongCredentialsLimit(clientId, address);
      return `${subject} ${buckets[0]?.key}`;
    };
    expect(bucket('a')).not.toBe(bucket('b'));
    expect(bucket('a')).not.toBe(bucket('a', '192.0.2.2'));
    expect(bucket('x'.repeat(8_000)).length).toBeLessThan(60);
    expect(bucket('}{*\r\n')).toMatch(/^[\w.-]+ wrong:[\w-]{22}$/);
  });
});

it('gives the public ring 60 requests in 60 seconds for each address and route', () => {
  expect(publicRingLimit('192.0.2.1', 'products')).toMatchObject({ limit: 60, windowSeconds: 60 });
  expect(publicRingLimit('192.0.2.1', 'products').key).not.toBe(publicRingLimit('192.0.2.1', 'status').key);
});
