// Clients and their credentials (contract §2): what is stored, how many there may be, how one succeeds another.
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { withTransaction } from '@/lib/db';
import {
  addKey,
  addSecret,
  authenticateClient,
  createClient,
  flushCredentialUse,
  isSecretSpelling,
  publicJwkSchema,
  retireCredential,
  revokeClient,
  revokeCredential,
  rotateSecret,
  type ClientPublicJwk,
} from '@/lib/oauth';
import { startControlFeed } from '@/lib/control-feed';
import { countRows, createProject, ownerQuery } from '@/lib/testing';

const actor = { kind: 'system', job: 'test' } as const;

/** Runs a verb in a transaction of its own. */
function act<Input, Result>(
  verb: (call: { ctx: { tx: never; actor: typeof actor }; input: Input }) => Promise<Result>,
  input: Input,
): Promise<Result> {
  return withTransaction((tx) => verb({ ctx: { tx: tx as never, actor }, input }));
}

async function newClient(livemode = false) {
  const project = await createProject({ livemode });
  const { clientId, secret } = await act(createClient, { projectId: project.id, name: 'Server', scopes: ['applications:read'] }); // prettier-ignore
  return { reference: { projectId: project.id, clientId }, secret: secret! };
}

const works = async (clientId: string, secret: string) =>
  (await authenticateClient({ method: 'secret', clientId, secret })) !== undefined;

const jwk = (type: 'ec' | 'ed25519' = 'ed25519') =>
  publicJwkSchema.parse(
    (type === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519')).publicKey.export({ format: 'jwk' }), // prettier-ignore
  );

describe('a secret', () => {
  it('is spelled for its environment, recognisable, and stored as an HMAC only', async () => {
    for (const livemode of [false, true]) {
      const { reference, secret } = await newClient(livemode);
      const environment = livemode ? 'live' : 'sbx';
      expect(reference.clientId).toMatch(new RegExp(`^cid_${environment}_[A-Za-z0-9_-]+$`));
      expect(secret.secret).toMatch(new RegExp(`^csk_${environment}_[A-Za-z0-9_-]{49}$`));
      expect(isSecretSpelling(secret.secret)).toBe(true);
      expect(isSecretSpelling(`${secret.secret.slice(0, -8)}AAAAAAAA`)).toBe(false);
      const dump = JSON.stringify(await ownerQuery('SELECT c.*, encode(secret_hmac, \'escape\') AS escaped FROM oauth_credentials c WHERE id = $1', [secret.id])); // prettier-ignore
      expect(dump).not.toContain(secret.secret.slice(8, 40));
      expect(await works(reference.clientId, secret.secret)).toBe(true);
    }
  });

  it('exists at most twice, also under concurrency', async () => {
    const { reference } = await newClient();
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => act(addSecret, reference)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'invalid_state' });
    }
    expect(
      await countRows('oauth_credentials', 'client_id = $1 AND slot IS NOT NULL', [reference.clientId]),
    ).toBe(2);
  });

  it('gives its slot up when it is retired or revoked', async () => {
    const { reference, secret } = await newClient();
    const second = await act(addSecret, reference);
    await act(retireCredential, { ...reference, credentialId: secret.id });
    const third = await act(addSecret, reference);
    await act(revokeCredential, { ...reference, credentialId: second.id });
    await act(addSecret, reference);
    await expect(act(addSecret, reference)).rejects.toMatchObject({ code: 'invalid_state' });
    expect(await works(reference.clientId, third.secret)).toBe(true);
    expect(await works(reference.clientId, second.secret)).toBe(false);
    // A retired one can still be revoked, so that its tokens die.
    await act(revokeCredential, { ...reference, credentialId: secret.id });
    const subjects = await ownerQuery(`SELECT subject FROM control_changes WHERE kind = 'credential_revoked' AND project_id = $1`, [reference.projectId]); // prettier-ignore
    expect(subjects).toHaveLength(2);
  });

  it('retires after the grace that begins with the first use of its successor', async () => {
    await startControlFeed();
    const { reference, secret } = await newClient();
    const successor = await act(rotateSecret, { ...reference, grace: '1h' as const });
    const retiresAt = async () =>
      (await ownerQuery<{ seconds: number | null }>('SELECT extract(epoch FROM retires_at - now())::float8 AS seconds FROM oauth_credentials WHERE id = $1', [secret.id]))[0]!.seconds; // prettier-ignore
    expect(await works(reference.clientId, secret.secret)).toBe(true);
    await flushCredentialUse();
    expect(await retiresAt()).toBeNull();
    expect(await works(reference.clientId, successor.secret)).toBe(true);
    await flushCredentialUse();
    expect(await retiresAt()).toBeGreaterThan(3_590);
    expect(await retiresAt()).toBeLessThanOrEqual(3_600);
    expect(await works(reference.clientId, secret.secret)).toBe(true);
    await ownerQuery(`UPDATE oauth_credentials SET retires_at = now() WHERE id = $1`, [secret.id]);
    await ownerQuery(`INSERT INTO control_changes (kind, project_id, subject) VALUES ('client_changed', $1, $2)`, [reference.projectId, reference.clientId]); // prettier-ignore
    await expect.poll(() => works(reference.clientId, secret.secret), { timeout: 1_000 }).toBe(false);
    // Its slot is free again.
    await act(addSecret, reference);
  });

  it('never retires by itself unless told to', async () => {
    const { reference, secret } = await newClient();
    const successor = await act(rotateSecret, reference);
    await works(reference.clientId, successor.secret);
    await flushCredentialUse();
    expect(await countRows('oauth_credentials', 'id = $1 AND retires_at IS NULL', [secret.id])).toBe(1);
    expect(await countRows('oauth_credentials', 'id = $1 AND first_used_at IS NOT NULL AND last_used_at IS NOT NULL', [successor.id])).toBe(1); // prettier-ignore
  });
});

describe('a public key', () => {
  it('exists at most four times', async () => {
    const { reference } = await newClient();
    for (let i = 0; i < 4; i += 1)
      await act(addKey, { ...reference, publicJwk: jwk(i % 2 ? 'ec' : 'ed25519') });
    await expect(act(addKey, { ...reference, publicJwk: jwk() })).rejects.toMatchObject({
      code: 'invalid_state',
    });
  });

  it('must be public, of a known kind, long enough and on its curve', async () => {
    const { reference } = await newClient();
    const rsa = (bits: number) => generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ format: 'jwk' }) as ClientPublicJwk; // prettier-ignore
    await act(addKey, { ...reference, publicJwk: rsa(2_048) });
    await expect(act(addKey, { ...reference, publicJwk: rsa(1_024) })).rejects.toMatchObject({
      code: 'invalid_value',
    });
    const offCurve = { kty: 'EC', crv: 'P-256', x: Buffer.alloc(32, 1).toString('base64url'), y: Buffer.alloc(32, 2).toString('base64url') } as const; // prettier-ignore
    await expect(act(addKey, { ...reference, publicJwk: offCurve })).rejects.toMatchObject({
      code: 'invalid_value',
    });
    const privateJwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
    expect(publicJwkSchema.safeParse(privateJwk).success).toBe(false);
    for (const other of [
      { kty: 'oct', k: 'AAAA' },
      { ...offCurve, crv: 'P-384' },
      { ...jwk(), alg: 'ES256' },
      { ...jwk(), use: 'enc' },
    ]) {
      // prettier-ignore
      expect(publicJwkSchema.safeParse(other).success).toBe(false);
    }
  });
});

describe('another project’s client', () => {
  it('is as good as none to every verb', async () => {
    const { reference, secret } = await newClient();
    const foreign = { ...reference, projectId: (await createProject()).id };
    const credential = { ...foreign, credentialId: secret.id };
    const notFound = { code: 'resource_not_found' };
    await expect(act(addSecret, foreign)).rejects.toMatchObject(notFound);
    await expect(act(rotateSecret, foreign)).rejects.toMatchObject(notFound);
    await expect(act(addKey, { ...foreign, publicJwk: jwk() })).rejects.toMatchObject(notFound);
    await expect(act(retireCredential, credential)).rejects.toMatchObject(notFound);
    await expect(act(revokeCredential, credential)).rejects.toMatchObject(notFound);
    await expect(act(revokeClient, foreign)).rejects.toMatchObject(notFound);
    await expect(act(createClient, { projectId: newId('prj'), name: 'x', scopes: ['applications:read'] as const })).rejects.toMatchObject(notFound); // prettier-ignore
    // Nor is another client's credential in the same project.
    const other = await act(createClient, { projectId: reference.projectId, name: 'Other', scopes: ['applications:read'] as const }); // prettier-ignore
    await expect(act(revokeCredential, { ...reference, clientId: other.clientId, credentialId: secret.id })).rejects.toMatchObject(notFound); // prettier-ignore
  });
});

it('records every act, without the secret', async () => {
  const { reference, secret } = await newClient();
  const second = await act(rotateSecret, { ...reference, grace: '24h' as const });
  await act(addKey, { ...reference, publicJwk: jwk() });
  await act(retireCredential, { ...reference, credentialId: secret.id });
  await act(revokeCredential, { ...reference, credentialId: second.id });
  await act(revokeClient, reference);
  const rows = await ownerQuery<{ act: string }>('SELECT * FROM audit_entries WHERE stream = $1 ORDER BY id', [reference.projectId]); // prettier-ignore
  expect(rows.map((row) => row.act).toSorted()).toEqual(
    ['client.create', 'client.add_secret', 'client.add_secret', 'client.add_key', 'client.retire_credential', 'client.revoke_credential', 'client.revoke'].toSorted(), // prettier-ignore
  );
  for (const { secret: text } of [secret, second]) expect(JSON.stringify(rows)).not.toContain(text);
});
