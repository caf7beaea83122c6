import { describe, expect, it } from 'vitest';
import { replayable } from './replayable';

const logged = {
  method: 'POST',
  path: '/partner/v1/applications',
  request_body: '{"amount_pence":100,"applicant":"redacted","reference":"redacted"}',
  request_body_note: 'whole',
  client_id: 'cid_sbx_a',
  request_headers: [['idempotency-key', 'order-1']] as [string, string][],
} as const;

describe('a logged request that is sent again', () => {
  it('has a key of its own and a sandbox person in the place of the one that was not stored', () => {
    const call = replayable(logged);
    expect(call).toMatchObject({ method: 'POST', path: '/partner/v1/applications', clientId: 'cid_sbx_a' });
    expect(call?.idempotencyKey).not.toBe('order-1');
    expect(JSON.parse(call?.body ?? '')).toEqual({
      amount_pence: 100,
      applicant: { email: 'ada@healthy.example', first_name: 'Ada' },
      reference: 'redacted', // nobody knows what stood here
    });
  });
  it('has no key where there was none', () =>
    expect(replayable({ ...logged, request_headers: [] })?.idempotencyKey).toBe(''));
  it.each([
    ['a call of the token plane', { path: '/partner/v1/oauth/token' }],
    ['a body that was cut', { request_body_note: 'cut' as const }],
    ['a body that was not kept', { request_body: null, request_body_note: 'omitted' as const }],
    ['a method that the API does not have', { method: 'HEAD' }],
  ])('is not offered for %s', (_, change) => expect(replayable({ ...logged, ...change })).toBeUndefined());
});
