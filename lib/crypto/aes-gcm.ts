// AES-256-GCM (NIST SP 800-38D): version, IV, tag, ciphertext. Which key, and why, is the callers' business.
import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';

const formatVersion = 1;
const ivBytes = 12;
const tagBytes = 16;

/** Encrypts under `key`. `boundTo` must be given again to decrypt. */
export function seal(key: KeyObject, plaintext: string | Uint8Array, boundTo: string): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(boundTo));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.of(formatVersion), iv, cipher.getAuthTag(), ciphertext]);
}

/** Undoes `seal`. @throws Error when the value was changed, moved, or sealed under another key. */
export function unseal(key: KeyObject, sealed: Uint8Array, boundTo: string): Buffer {
  if (sealed[0] !== formatVersion) throw new Error(`Unknown format of an encrypted value: ${sealed[0]}`);
  const iv = sealed.subarray(1, 1 + ivBytes);
  const tag = sealed.subarray(1 + ivBytes, 1 + ivBytes + tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(boundTo)).setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(1 + ivBytes + tagBytes)), decipher.final()]);
}
