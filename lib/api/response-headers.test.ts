import { expect, it } from 'vitest';
import { partnerHeaders } from './response-headers';

it('names the request twice, forbids storing, sniffing, framing and scripts', () => {
  expect(partnerHeaders('req_1')).toEqual({
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'credicorp-request-id': 'req_1',
    'x-credicorp-request-id': 'req_1',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
    'referrer-policy': 'no-referrer',
  });
});

it('gives each answer headers of its own', () => {
  const first = partnerHeaders('req_1');
  first['x-own'] = '1';
  expect(partnerHeaders('req_2')).not.toHaveProperty('x-own');
});
