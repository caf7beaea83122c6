// One ES256 key pair that signs access tokens.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { decrypt, encrypt } from '@/lib/crypto';

/** A public key as the JWKS shows it (contract §2): these members and no other. */
export interface PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'ES256';
}

export interface NewSigningKey {
  readonly publicJwk: PublicJwk;
  readonly privateKeyEncrypted: Buffer;
}

/** RFC 7638: SHA-256 over the required members in order. */
function thumbprint({ crv, kty, x, y }: { crv: string; kty: string; x: string; y: string }): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}

/** Makes a key pair; its `kid` is its thumbprint, its private half is sealed for storage. */
export function makeSigningKey(): NewSigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const kid = thumbprint({ kty: 'EC', crv: 'P-256', x, y });
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
  const sealed = encrypt('signing-key', pkcs8, kid);
  pkcs8.fill(0);
  return {
    publicJwk: { kty: 'EC', crv: 'P-256', x, y, kid, use: 'sig', alg: 'ES256' },
    privateKeyEncrypted: sealed,
  };
}

/** The private half. @throws Error when it was sealed with another master key or for another `kid`. */
export function openPrivateKey(kid: string, sealed: Uint8Array): KeyObject {
  return createPrivateKey({ key: decrypt('signing-key', sealed, kid), format: 'der', type: 'pkcs8' });
}

/** The public half, for verification. Only the members we know are taken. */
export function openPublicKey({ kty, crv, x, y }: PublicJwk): KeyObject {
  return createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
}
