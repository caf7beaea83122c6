// Every spelling of an address that is not of the public internet is refused, as a literal and as a name's answer.
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './public-address';
import { resolveTarget } from './resolve-target';
import { forbiddenAddresses, forbiddenHosts, forbiddenUrls } from './testing';
import { parseWebhookUrl } from './webhook-url';

const strict = { allowLocal: false };
const local = { allowLocal: true };
const never = new AbortController().signal;

it('has at least 120 spellings', () => {
  expect(new Set([...forbiddenHosts, ...forbiddenUrls]).size).toBeGreaterThanOrEqual(120);
});

it.each(forbiddenHosts)('refuses https://%s/', (host) => {
  for (const rules of [strict, local]) {
    expect(parseWebhookUrl(`https://${host}/hook`, rules)).toBeNull();
    expect(parseWebhookUrl(`https://${host}:8443`, rules)).toBeNull();
  }
});

it.each(forbiddenUrls)('refuses %j', (url) => {
  for (const rules of [strict, local]) expect(parseWebhookUrl(url, rules)).toBeNull();
});

it.each(forbiddenAddresses)(
  'refuses a name that leads to %s, alone or beside a public address',
  async (address) => {
    expect(isPublicAddress(address)).toBe(false);
    const target = parseWebhookUrl('https://hook.example/', strict)!;
    for (const answer of [[address], ['93.184.216.34', address]]) {
      expect(await resolveTarget(target, never, async () => answer)).toEqual({ problem: 'forbidden' });
    }
  },
);

describe('what is allowed', () => {
  it.each([
    'https://partner.example/hooks',
    'HTTPS://Partner.Example:8443/a?b=c',
    'https://münchen.example/',
    'https://93.184.216.34/',
    'https://[2606:2800:220:1::1]/',
  ])(
    // prettier-ignore
    '%s',
    (url) => expect(parseWebhookUrl(url, strict)).toMatchObject({ local: false }),
  );

  it('connects to the addresses that were checked', async () => {
    const target = parseWebhookUrl('https://hook.example/', strict)!;
    expect(await resolveTarget(target, never, async () => ['93.184.216.34', '2606:2800:220:1::1'])).toEqual({
      addresses: [
        { address: '93.184.216.34', family: 4 },
        { address: '2606:2800:220:1::1', family: 6 },
      ],
    });
    expect(await resolveTarget(target, never, async () => [])).toEqual({ problem: 'unresolved' });
  });

  it('a developer’s own machine where it is allowed, on both families', async () => {
    for (const url of ['http://localhost:1', 'http://127.0.0.1:65535/x?y']) {
      expect(parseWebhookUrl(url, strict)).toBeNull();
      const target = parseWebhookUrl(url, local)!;
      expect(target.local).toBe(true);
      expect(await resolveTarget(target, never)).toEqual({
        addresses: [
          { address: '127.0.0.1', family: 4 },
          { address: '::1', family: 6 },
        ],
      });
    }
    expect(parseWebhookUrl('http://localhost:65536/', local)).toBeNull();
    expect(parseWebhookUrl('http://localhost:0/', local)).toBeNull();
    expect(parseWebhookUrl('http://localhost:04000/', local)).toBeNull();
  });
});
