// Well-known documents as their RFCs want them.
import { describe, expect, it } from 'vitest';
import { environment } from '@/lib/env';
import { callRoute } from '@/lib/testing';
import * as apiCatalog from '../../.well-known/api-catalog/route';
import * as changePassword from '../../.well-known/change-password/route';
import * as securityText from '../../.well-known/security.txt/route';

const { appUrl } = environment();

describe('/.well-known/api-catalog', () => {
  const path = '/.well-known/api-catalog';

  it('is a linkset with the profile of RFC 9727', async () => {
    const answer = await callRoute(apiCatalog.GET, { path });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(
      'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
    );
    const [partner] = answer.json.linkset;
    expect(partner.anchor).toBe(`${appUrl}/partner/v1`);
    expect(partner['service-desc'][0].href).toBe(`${appUrl}/partner/v1/openapi.json`);
  });

  it('is not sent twice to whoever has it', async () => {
    const etag = (await callRoute(apiCatalog.GET, { path })).headers.get('etag')!;
    expect((await callRoute(apiCatalog.GET, { path, headers: { 'if-none-match': etag } })).status).toBe(304);
  });
});

it('/.well-known/security.txt names a contact and expires in less than a year', async () => {
  const answer = await callRoute(securityText.GET, { path: '/.well-known/security.txt' });
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const fields = Object.fromEntries(
    answer.text.trim().split('\n').map((line) => line.split(': ') as [string, string]),
  ); // prettier-ignore
  expect(fields['Contact']).toBe(`${appUrl}/docs/security`);
  const days = (Date.parse(fields['Expires']!) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(150);
  expect(days).toBeLessThan(365);
});

it('/.well-known/change-password leads to the page', async () => {
  const path = '/.well-known/change-password';
  const answer = await callRoute(changePassword.GET, { path });
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/console/security']);
  expect((await callRoute(changePassword.POST, { path, method: 'POST' })).status).toBe(405);
});
