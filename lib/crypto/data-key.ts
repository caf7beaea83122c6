// Keys of single persons. Each encrypts what one person told, and is itself stored only under a server key:
// whoever erases the stored key makes all of it unreadable, in every copy of the rows.
import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { seal, unseal } from './aes-gcm';
import { decrypt, encrypt } from '.';

const keyBytes = 32;

export interface DataKey {
  /** Encrypts with AES-256-GCM, bound to `boundTo` as `encrypt` is. */
  encrypt(plaintext: string | Uint8Array, boundTo: string): Buffer;
  /** Undoes `encrypt`. @throws Error when the value was changed, moved, or made with another key. */
  decrypt(sealed: Uint8Array, boundTo: string): Buffer;
}

function dataKey(key: KeyObject): DataKey {
  return {
    encrypt: (plaintext, boundTo) => seal(key, plaintext, boundTo),
    decrypt: (sealed, boundTo) => unseal(key, sealed, boundTo),
  };
}

/** A fresh data key as it is stored: encrypted, bound to its owner's id. */
export function newDataKey(ownerId: string): Buffer {
  return encrypt('data-key', randomBytes(keyBytes), ownerId);
}

/** The key that `newDataKey` made. @throws Error when it was made for another owner or master key. */
export function openDataKey(stored: Uint8Array, ownerId: string): DataKey {
  const bytes = decrypt('data-key', stored, ownerId);
  try {
    return dataKey(createSecretKey(bytes));
  } finally {
    bytes.fill(0);
  }
}
