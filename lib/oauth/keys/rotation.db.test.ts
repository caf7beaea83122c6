// Signing keys: one current and one next whatever happens at once; rotation refuses no living token; the JWKS
// shows public members only.
import { createLocalJWKSet, jwtVerify } from 'jose';
import { expect, it, vi } from 'vitest';
import { forgetSingleton } from '@/lib/core/singleton';
import { startControlFeed } from '@/lib/control-feed';
import {
  ensureSigningKeys,
  jwks,
  maintainSigningKeys,
  RotationRefused,
  rotateSigningKeys,
  verifyAccessToken,
} from '@/lib/oauth';
import { countRows, createClient, createProject, ownerQuery } from '@/lib/testing';

const current = `activates_at IS NOT NULL AND retires_at IS NULL`;
const age = (seconds: number) => ownerQuery(`UPDATE signing_keys SET created_at = now() - make_interval(secs => $1) WHERE activates_at IS NULL`, [seconds]); // prettier-ignore

it('makes one current and one next key, however many processes start at once', async () => {
  await Promise.all(Array.from({ length: 8 }, () => ensureSigningKeys()));
  expect(await countRows('signing_keys')).toBe(2);
  expect(await countRows('signing_keys', current)).toBe(1);
});

it('has a constraint that refuses a second current or next key', async () => {
  const copy = (column: string) => ownerQuery(`INSERT INTO signing_keys (kid, public_jwk, private_key_encrypted, activates_at) SELECT 'copy', public_jwk, private_key_encrypted, ${column} FROM signing_keys LIMIT 1`); // prettier-ignore
  await expect(copy('now()')).rejects.toMatchObject({ constraint: 'signing_keys_one_current' });
  await expect(copy('NULL')).rejects.toMatchObject({ constraint: 'signing_keys_one_next' });
});

it('keeps private keys encrypted and publishes public members only', async () => {
  const { keys } = await jwks();
  expect(keys).toHaveLength(2);
  for (const key of keys) {
    expect(Object.keys(key).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    expect(key).toMatchObject({ kty: 'EC', crv: 'P-256', use: 'sig', alg: 'ES256' });
  }
  const rows = await ownerQuery<{ private_key_encrypted: Buffer; public_jwk: object }>(
    'SELECT * FROM signing_keys',
  );
  for (const row of rows) {
    expect(row.private_key_encrypted[0]).toBe(1); // format of lib/crypto
    expect(JSON.stringify(row.public_jwk)).not.toContain('"d"');
  }
});

it('refuses a next key that verifiers may not know, save in an emergency', async () => {
  await age(599);
  await expect(rotateSigningKeys()).rejects.toThrow(RotationRefused);
  await age(601);
  const [next] = await ownerQuery<{ kid: string }>('SELECT kid FROM signing_keys WHERE activates_at IS NULL');
  expect(await rotateSigningKeys()).toBe(next!.kid);
  await expect(rotateSigningKeys()).rejects.toThrow(RotationRefused);
  await rotateSigningKeys({ emergency: true });
  expect(await countRows('signing_keys', current)).toBe(1);
  expect(await countRows('signing_keys', 'activates_at IS NULL')).toBe(1);
});

it('lets one of many rotations at once win', async () => {
  await age(601);
  const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => rotateSigningKeys()));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('refuses no living token through five rotations, here and with an independent verifier', async () => {
  await startControlFeed();
  const client = await createClient(await createProject());
  const tokens: string[] = [];
  const kids = new Set<unknown>();
  for (let rotation = 0; rotation < 5; rotation += 1) {
    for (let i = 0; i < 20; i += 1) tokens.push(await client.mint());
    const before = kids.size;
    await rotateSigningKeys({ emergency: true });
    // A process learns of it through the feed and signs with the new key.
    await vi.waitFor(async () => {
      const token = await client.mint();
      tokens.push(token);
      kids.add((JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()) as { kid: string }).kid);
      expect(kids.size).toBeGreaterThan(before);
    }, { timeout: 2_000 }); // prettier-ignore
    const keySet = createLocalJWKSet(await jwks());
    for (const token of tokens) {
      await verifyAccessToken(token);
      await jwtVerify(token, keySet, { algorithms: ['ES256'], typ: 'at+jwt' });
    }
  }
  // Also for a process that has just started and remembers nothing.
  forgetSingleton('oauth.key-ring');
  forgetSingleton('oauth.verified-tokens');
  for (const token of tokens) await verifyAccessToken(token);
});

it('forgets a key when the last token it signed is dead', async () => {
  const client = await createClient(await createProject());
  const token = await client.mint();
  await rotateSigningKeys({ emergency: true });
  const retired = `retires_at IS NOT NULL`;
  const published = await countRows('signing_keys', retired);
  await ownerQuery(`UPDATE signing_keys SET activates_at = now() - interval '3 h', retires_at = now() - interval '2 h', removed_at = now() - interval '1 s' WHERE ${retired}`); // prettier-ignore
  forgetSingleton('oauth.key-ring');
  forgetSingleton('oauth.verified-tokens');
  await expect(verifyAccessToken(token)).rejects.toMatchObject({ code: 'invalid_api_key' });
  expect((await jwks()).keys).toHaveLength(2);
  await maintainSigningKeys();
  expect(await countRows('signing_keys', retired)).toBe(0);
  expect(published).toBeGreaterThan(0);
});

it('rotates by schedule after 30 days, not before', async () => {
  await age(601);
  expect(await maintainSigningKeys()).toBe(false);
  await ownerQuery(`UPDATE signing_keys SET activates_at = now() - interval '31 days' WHERE ${current}`);
  expect(await maintainSigningKeys()).toBe(true);
  expect(await maintainSigningKeys()).toBe(false);
});
