// What is issued: never the same token twice, never for longer than configured.
import { expect, it } from 'vitest';
import { forgetSingleton } from '@/lib/core/singleton';
import { issueAccessToken, verifyAccessToken } from '@/lib/oauth';

const subject = {
  clientId: 'cid_sbx_test',
  credentialId: 'sec_test',
  projectId: 'prj_test',
  livemode: false,
  scopes: ['applications:read'],
};

it('signs a different token each time', async () => {
  const tokens = await Promise.all(Array.from({ length: 500 }, () => issueAccessToken(subject)));
  expect(new Set(tokens.map(({ encoded }) => encoded)).size).toBe(500);
});

it('lives as long as configured, at most an hour', async () => {
  for (const seconds of [60, 900, 3_600]) {
    process.env['ACCESS_TOKEN_SECONDS'] = String(seconds);
    forgetSingleton('environment');
    const issued = await issueAccessToken(subject);
    const { issuedAt, expiresAt } = await verifyAccessToken(issued.encoded);
    expect({ expiresIn: issued.expiresInSeconds, lifetime: expiresAt - issuedAt }).toEqual({ expiresIn: seconds, lifetime: seconds }); // prettier-ignore
  }
  for (const [asked, lifetime] of [
    [30, 30],
    [7_200, 3_600],
  ] as const) {
    const issued = await issueAccessToken({ ...subject, lifetimeSeconds: asked });
    const { issuedAt, expiresAt } = await verifyAccessToken(issued.encoded);
    expect(expiresAt - issuedAt).toBe(lifetime);
  }
  process.env['ACCESS_TOKEN_SECONDS'] = '3601';
  forgetSingleton('environment');
  await expect(issueAccessToken(subject)).rejects.toThrow('ACCESS_TOKEN_SECONDS');
});
