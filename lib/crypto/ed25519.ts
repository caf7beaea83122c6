// Signatures that others can verify: an Ed25519 key pair (RFC 8032) derived from the master key. What it signed
// is checked with the public key alone, without this server and without the database.
import { createPrivateKey, createPublicKey, sign as signWith, verify, type KeyObject } from 'node:crypto';
import { singleton } from '@/lib/core/singleton';
import { deriveKeyBytes } from '.';

interface KeyPair {
  readonly privateKey: KeyObject;
  /** As in a JWK (RFC 8037): 32 bytes in base64url. */
  readonly publicKey: string;
}

// RFC 8410: what stands before the 32 bytes of the private key in PKCS #8.
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

function keyPair(): KeyPair {
  return singleton('crypto.ed25519', () => {
    const seed = deriveKeyBytes('approval-signing');
    const der = Buffer.concat([pkcs8Prefix, seed]);
    const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    der.fill(0);
    return { privateKey, publicKey: createPublicKey(privateKey).export({ format: 'jwk' }).x as string };
  });
}

/** The public key, 32 bytes in base64url, to hand to whoever verifies. */
export function publicSigningKey(): string {
  return keyPair().publicKey;
}

/** Signs text. @returns 64 bytes in base64url. */
export function signText(text: string): string {
  return signWith(null, Buffer.from(text, 'utf8'), keyPair().privateKey).toString('base64url');
}

/** Whether `signature` is that of `text` under `publicKey`; false for anything malformed. */
export function textSignatureMatches(text: string, signature: string, publicKey: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  if (bytes.length !== 64 || bytes.toString('base64url') !== signature) return false;
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    return verify(null, Buffer.from(text, 'utf8'), key, bytes);
  } catch {
    return false; // not a public key
  }
}
