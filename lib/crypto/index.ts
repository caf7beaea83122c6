// Server keys. One master key from the environment; every purpose gets a key of its own by HKDF (RFC 5869),
// so that a value made for one purpose means nothing for another.
import { createHmac, createSecretKey, hkdfSync, timingSafeEqual, type KeyObject } from 'node:crypto';
import { singleton } from '@/lib/core/singleton';
import { environment } from '@/lib/env';
import { seal, unseal } from './aes-gcm';

/** What a derived key is for. Changing a name makes everything made with it unreadable. */
export type KeyPurpose =
  | 'client-secret' // HMAC of OAuth client secrets
  | 'cursor' // signature of list cursors
  | 'hosted-link' // tokens of hosted pages
  | 'idempotency-payload' // hash of request bodies
  | 'idempotency-body' // stored answers at rest
  | 'signing-key' // private OAuth keys at rest
  | 'personal-data' // personal fields at rest
  | 'pisp-callback' // signature of a simulated payment provider's callbacks
  | 'pisp-session' // links to the simulated bank
  | 'data-key' // keys of single persons at rest
  | 'identity-subject' // HMAC that finds a person again among those already known
  | 'payee-hash' // HMAC of a payee, to which approvals are bound
  | 'payee-fingerprint' // HMAC that finds a bank account again among those already paid
  | 'event-link' // links to hosted pages inside the outbox
  | 'approval-signing' // Ed25519 key pair of approval records and audit anchors
  | 'webhook-secret' // signing secrets of webhook endpoints at rest
  | 'development-seed' // secrets of seeded clients and people
  | 'mail' // outgoing mail at rest
  | 'next-auth' // NextAuth's secret: its tokens against cross-site requests
  | 'one-time-code' // HMAC of codes that are too short for a plain hash
  | 'fingerprint'; // tells whether a database was set up with this master key

/** The 32 bytes for `purpose`. Inside lib/crypto only: everybody else names a purpose to `sign` or `encrypt`. */
export function deriveKeyBytes(purpose: KeyPurpose): Buffer {
  const master = Buffer.from(environment().masterKey, 'base64');
  return Buffer.from(hkdfSync('sha256', master, 'credicorp-partner-platform', purpose, 32));
}

// A key object: with raw bytes Node 24 takes some 30 µs longer for each use.
function derivedKey(purpose: KeyPurpose): KeyObject {
  const keys = singleton('crypto.keys', () => new Map<KeyPurpose, KeyObject>());
  let key = keys.get(purpose);
  if (!key) {
    key = createSecretKey(deriveKeyBytes(purpose));
    keys.set(purpose, key);
  }
  return key;
}

/** HMAC-SHA-256 of `data` under the key for `purpose`: 32 bytes. */
export function sign(purpose: KeyPurpose, data: string | Uint8Array): Buffer {
  return createHmac('sha256', derivedKey(purpose)).update(data).digest();
}

/** Compares in constant time; false for different lengths. */
export function signatureMatches(given: Uint8Array, expected: Uint8Array): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/**
 * Encrypts with AES-256-GCM: version, IV, tag, ciphertext. `boundTo` (an id, say) must be given again to
 * decrypt, so that a value cannot be moved to another row.
 */
export function encrypt(purpose: KeyPurpose, plaintext: string | Uint8Array, boundTo: string): Buffer {
  return seal(derivedKey(purpose), plaintext, boundTo);
}

/**
 * Undoes `encrypt`.
 *
 * @throws Error when the value was changed, moved, or made with another master key.
 */
export function decrypt(purpose: KeyPurpose, sealed: Uint8Array, boundTo: string): Buffer {
  return unseal(derivedKey(purpose), sealed, boundTo);
}
