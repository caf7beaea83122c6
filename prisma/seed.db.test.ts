import { verify } from '@node-rs/argon2';
import { beforeAll, describe, expect, it } from 'vitest';
import { isId } from '@/lib/core/ids';
import { scopes } from '@/lib/core/scopes';
import { decrypt } from '@/lib/crypto';
import { prisma } from '@/lib/db';
import { isSecretSpelling, secretHmac } from '@/lib/oauth';
import { limitsOf } from '@/lib/rate-limit';
import { countRows, ownerQuery } from '@/lib/testing';
import { seed } from './seed';
import { seededCredentials } from './seed/credentials';

const credentials = seededCredentials('http://localhost:3000');

const census = () =>
  Promise.all(
    ['partners', 'projects', 'oauth_clients', 'oauth_credentials', 'people', 'control_changes'].map((table) =>
      countRows(table),
    ),
  );

beforeAll(() => seed());

describe('the seed', () => {
  it('opens a sandbox on build and live projects on every other tier', () => {
    const [first] = credentials.clients;
    expect(first).toMatchObject({ livemode: false, tier: 'build' });
    expect(new Set(credentials.clients.map(({ tier }) => tier))).toEqual(
      new Set(['build', 'launch', 'scale', 'platform']),
    );
    for (const client of credentials.clients) {
      expect(client.livemode).toBe(client.tier !== 'build');
      expect(isId('prj', client.project_id)).toBe(true);
      expect(client.scopes).toEqual([...scopes]);
    }
  });

  it('stores of each printed secret what the token plane compares', async () => {
    for (const { client_id, client_secret } of credentials.clients) {
      expect(isSecretSpelling(client_secret)).toBe(true);
      const [stored] = await prisma().oAuthCredential.findMany({ where: { clientId: client_id } });
      expect(Buffer.from(stored?.secretHmac ?? [])).toEqual(secretHmac(client_secret));
    }
  });

  it('gives every person the printed password and second factor', { timeout: 60_000 }, async () => {
    for (const { email, password, totp_secret } of credentials.people) {
      const person = await prisma().person.findUniqueOrThrow({ where: { email } });
      expect(await verify(person.passwordHash, password)).toBe(true);
      const secret = decrypt('personal-data', person.totpSecretEncrypted ?? new Uint8Array(), person.id);
      expect(secret.toString()).toBe(totp_secret);
      expect(totp_secret).toMatch(/^[A-Z2-7]{32}$/);
    }
  });

  it('has two releasers, because money needs two people, and two partners, for isolation', async () => {
    expect(await countRows('staff_members', `role = 'releaser'`)).toBe(2);
    expect(await countRows('partners')).toBe(2);
    expect(await countRows('projects', 'livemode AND NOT acts_for_applicants')).toBe(0);
  });

  it('negotiates limits that no load test runs into', async () => {
    const project = await prisma().project.findFirstOrThrow({ where: { tier: 'platform' } });
    const { bucket, concurrent } = limitsOf({ tier: 'platform', negotiatedLimits: project.negotiatedLimits });
    expect(bucket.ratePerSecond).toBeGreaterThanOrEqual(20_000);
    expect(concurrent).toBeGreaterThanOrEqual(2_000);
  });

  it('runs again, also in parallel, without adding or publishing anything', { timeout: 60_000 }, async () => {
    const before = await census();
    const hashes = await ownerQuery('SELECT password_hash FROM people ORDER BY id');
    await Promise.all([seed(), seed()]);
    expect(await census()).toEqual(before);
    expect(await ownerQuery('SELECT password_hash FROM people ORDER BY id')).toEqual(hashes);
  });

  it('renews what another master key had made', { timeout: 60_000 }, async () => {
    await ownerQuery(`UPDATE oauth_credentials SET secret_hmac = sha256(secret_hmac), hint = 'old'`);
    await ownerQuery(
      `UPDATE people SET password_hash = (SELECT password_hash FROM people ORDER BY id LIMIT 1)`,
    );
    await seed();
    const [client] = credentials.clients;
    const [stored] = await prisma().oAuthCredential.findMany({
      where: { clientId: client?.client_id ?? '' },
    });
    expect(Buffer.from(stored?.secretHmac ?? [])).toEqual(secretHmac(client?.client_secret ?? ''));
    for (const { email, password } of credentials.people) {
      const person = await prisma().person.findUniqueOrThrow({ where: { email } });
      expect(await verify(person.passwordHash, password)).toBe(true);
    }
  });
});
