import { afterEach, describe, expect, it } from 'vitest';
import { forgetSingleton } from '@/lib/core/singleton';
import { clientAddress } from './client-address';
import { withConnection } from './connection';

function addressOf(remoteAddress: string | undefined, forwarded: string[], hops: number): string {
  process.env['TRUSTED_HOPS'] = String(hops);
  forgetSingleton('environment');
  const rawHeaders = forwarded.flatMap((value) => ['X-Forwarded-For', value]);
  const headers = new Headers(forwarded.map((value): [string, string] => ['x-forwarded-for', value]));
  return withConnection({ rawHeaders, remoteAddress, onResponseEnd: () => undefined }, () =>
    clientAddress(new Request('http://host/', { headers })),
  );
}

afterEach(() => {
  delete process.env['TRUSTED_HOPS'];
  forgetSingleton('environment');
});

describe('clientAddress', () => {
  it.each([
    ['ignores the header without proxies', '192.0.2.1', ['203.0.113.9'], 0, '192.0.2.1'],
    ['reads IPv4 inside IPv6 as IPv4', '::ffff:192.0.2.1', [], 0, '192.0.2.1'],
    ['has one name for a socket that is gone', undefined, [], 0, 'unknown'],
    ['takes what the one proxy saw', '10.0.0.1', ['203.0.113.9'], 1, '203.0.113.9'],
    [
      'does not believe what the caller wrote before it',
      '10.0.0.1',
      ['198.51.100.7, 203.0.113.9'],
      1,
      '203.0.113.9',
    ],
    [
      'counts from the right through two proxies',
      '10.0.0.1',
      ['198.51.100.7, 203.0.113.9, 10.0.0.2'],
      2,
      '203.0.113.9',
    ],
    ['joins several headers', '10.0.0.1', ['198.51.100.7', '203.0.113.9, 10.0.0.2'], 2, '203.0.113.9'],
    ['falls back to the socket when the chain is too short', '10.0.0.1', ['203.0.113.9'], 2, '10.0.0.1'],
    ['falls back to the socket without a header', '10.0.0.1', [], 1, '10.0.0.1'],
    ['falls back to the socket for an empty entry', '10.0.0.1', ['203.0.113.9, '], 1, '10.0.0.1'],
    [
      'does not take a text that is no address for a caller of its own',
      '10.0.0.1',
      ['anything'],
      1,
      '10.0.0.1',
    ],
    ['drops a port', '10.0.0.1', ['203.0.113.9:4711'], 1, '203.0.113.9'],
    ['drops the brackets and the port of IPv6', '10.0.0.1', ['[2001:db8::1]:4711'], 1, '2001:db8::1'],
  ])('%s', (_, remote, forwarded, hops, expected) => {
    expect(addressOf(remote, forwarded, hops)).toBe(expected);
  });
});
