// Signatures as a receiver checks them: by the Standard Webhooks package, and by ten independent lines.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { newWebhookSecret, openSecret, sealSecret } from './secret';
import { signatureHeaders } from './sign';

const body = JSON.stringify({ id: 'evt_1', text: 'Zoë – £5' });
const message = (secrets: string[], timestamp = Math.floor(Date.now() / 1_000)) =>
  signatureHeaders({ eventId: 'evt_1', deliveryId: 'whd_1', body, timestamp, secrets });

// Ten lines of a receiver who has never seen our code.
function verifies(header: string, raw: string, secret: string, toleranceSeconds = 300): boolean {
  const parts = header.split(',').map((part) => part.split('=') as [string, string]);
  const t = Number(parts.find(([name]) => name === 't')?.[1]);
  if (!(Math.abs(Date.now() / 1000 - t) <= toleranceSeconds)) return false;
  const wanted = Buffer.from(createHmac('sha256', secret).update(`${t}.${raw}`).digest('hex'));
  return parts.some(([name, value]) => {
    const given = Buffer.from(value);
    return name === 'v1' && given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}

const standard =
  (secret: string, headers: Record<string, string>, raw = body) =>
  () =>
    new Webhook(secret).verify(raw, headers);

describe('signatures', () => {
  const [current, previous, other] = [newWebhookSecret(), newWebhookSecret(), newWebhookSecret()];

  it('verify with either secret of a rotation, in both families', () => {
    const headers = message([current, previous]);
    for (const secret of [current, previous]) {
      expect(verifies(headers['Credicorp-Signature']!, body, secret)).toBe(true);
      expect(standard(secret, headers)()).toEqual(JSON.parse(body));
    }
    expect(headers['Credicorp-Signature']).toMatch(/^t=\d{10},v1=[0-9a-f]{64},v1=[0-9a-f]{64}$/);
    expect(headers['webhook-signature']).toMatch(/^v1,\S{44} v1,\S{44}$/);
    expect(headers).toMatchObject({ 'webhook-id': 'evt_1', 'Credicorp-Delivery': 'whd_1' });
  });

  it('fail for another secret, body, id or time', () => {
    const headers = message([current]);
    expect(verifies(headers['Credicorp-Signature']!, body, other)).toBe(false);
    expect(verifies(headers['Credicorp-Signature']!, `${body} `, current)).toBe(false);
    expect(standard(other, headers)).toThrow();
    expect(standard(current, headers, `${body} `)).toThrow();
    expect(standard(current, { ...headers, 'webhook-id': 'evt_2' })).toThrow();
    const old = message([current], Math.floor(Date.now() / 1_000) - 400);
    expect(verifies(old['Credicorp-Signature']!, body, current)).toBe(false);
    expect(standard(current, old)).toThrow();
  });
});

describe('secrets', () => {
  it('are whsec_ and padded standard base64 of 32 random bytes, each another', () => {
    const secrets = Array.from({ length: 1_000 }, newWebhookSecret);
    for (const secret of secrets) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(new Set(secrets).size).toBe(1_000);
  });

  it('at rest are bound to their endpoint', () => {
    const secret = newWebhookSecret();
    const sealed = sealSecret('whend_1', secret);
    expect(openSecret('whend_1', sealed)).toBe(secret);
    expect(() => openSecret('whend_2', sealed)).toThrow();
    expect(Buffer.from(sealed).includes(secret)).toBe(false);
  });
});
