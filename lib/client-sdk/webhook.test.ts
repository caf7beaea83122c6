// Deliveries signed by others: the Standard Webhooks package, and node:crypto by the contract's own words (§9).
import { createHmac, randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { verifyWebhook, WebhookVerificationError } from './index';

const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`;
const [secret, other] = [newSecret(), newSecret()];
const body = JSON.stringify({ id: 'evt_1', type: 'application.submitted', text: 'Zoë – £5' });
const seconds = 1_800_000_000;
const now = () => seconds * 1000;

const hex = (key: string, t: number, raw = body) =>
  createHmac('sha256', key).update(`${t}.${raw}`).digest('hex');
const own = (t = seconds, keys = [secret]) => ({
  'Credicorp-Signature': [`t=${t}`, ...keys.map((key) => `v1=${hex(key, t)}`)].join(','),
});
const standard = (t = seconds, keys = [secret]) => ({
  'webhook-id': 'evt_1',
  'webhook-timestamp': String(t),
  'webhook-signature': keys.map((key) => new Webhook(key).sign('evt_1', new Date(t * 1000), body)).join(' '),
});

const fault = (headers: Record<string, string>, raw: string | Uint8Array = body, key = secret) =>
  verifyWebhook(raw, headers, key, { now }).then(
    () => 'none',
    (error: unknown) => (error instanceof WebhookVerificationError ? error.fault : String(error)),
  );

describe.each([
  ['Credicorp-Signature', own],
  ['Standard Webhooks', standard],
])('%s', (_, sign) => {
  it('gives the event, from text or bytes, from headers of either kind', async () => {
    const event = JSON.parse(body) as object;
    expect(await verifyWebhook(body, sign(), secret, { now })).toEqual(event);
    expect(await verifyWebhook(new TextEncoder().encode(body), new Headers(sign()), secret, { now })).toEqual(
      event,
    );
    const asNodeHas = Object.fromEntries(Object.entries(sign()).map(([k, v]) => [k.toLowerCase(), [v]]));
    expect(await verifyWebhook(body, asNodeHas, secret, { now })).toEqual(event);
  });

  it('verifies with either secret while one is being rotated', async () => {
    const headers = sign(seconds, [other, secret]);
    for (const key of [secret, other]) expect(await fault(headers, body, key)).toBe('none');
  });

  it('refuses another secret, and a body with one byte changed', async () => {
    expect(await fault(sign(), body, other)).toBe('signature_mismatch');
    expect(await fault(sign(), `${body} `)).toBe('signature_mismatch');
  });

  it('refuses what was signed more than 300 seconds ago, or ahead', async () => {
    for (const t of [seconds - 300, seconds + 300]) expect(await fault(sign(t))).toBe('none');
    for (const t of [seconds - 301, seconds + 301]) expect(await fault(sign(t))).toBe('outside_tolerance');
  });
});

describe('headers', () => {
  it('without a signature, or unreadable ones, are named', async () => {
    expect(await fault({})).toBe('header_missing');
    for (const value of ['', 't=1', `v1=${hex(secret, 1)}`, `t=x,v1=${hex(secret, 1)}`, 't=1,v1=zz']) {
      expect(await fault({ 'Credicorp-Signature': value }), value).toBe('header_malformed');
    }
    for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const) {
      expect(await fault({ ...standard(), [name]: '' }), name).toBe('header_malformed');
    }
  });

  it('of the one family cannot be covered by the other', async () => {
    expect(await fault({ ...own(seconds, [other]), ...standard() })).toBe('signature_mismatch');
  });

  it('cannot move a signature to another time or another event', async () => {
    const moved = own()['Credicorp-Signature'].replace(String(seconds), String(seconds + 1));
    expect(await fault({ 'Credicorp-Signature': moved })).toBe('signature_mismatch');
    expect(await fault({ ...standard(), 'webhook-id': 'evt_2' })).toBe('signature_mismatch');
  });
});
