// Client secrets: how they are spelled and what is stored of them (contract §2).
import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { sign } from '@/lib/crypto';

const secretEntropyBytes = 32;

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const checksumCharacters = 6; // 62^6 > 2^32

function spellChecksum(text: string): string {
  let rest = crc32(text);
  let spelled = '';
  for (let i = 0; i < checksumCharacters; i += 1) {
    spelled = base62.charAt(rest % 62) + spelled;
    rest = Math.floor(rest / 62);
  }
  return spelled;
}

/**
 * A secret such as `csk_sbx_…`: prefix, 256 random bits in base64url, and the CRC-32 of all that in base 62, so
 * that a scanner can tell a leaked secret from noise. `entropy`: 32 bytes; random unless the seed gives them.
 */
export function formatClientSecret(
  livemode: boolean,
  entropy: Uint8Array = randomBytes(secretEntropyBytes),
): string {
  if (entropy.length !== secretEntropyBytes)
    throw new RangeError(`A secret has ${secretEntropyBytes} random bytes`);
  const text = `csk_${livemode ? 'live' : 'sbx'}_${Buffer.from(entropy).toString('base64url')}`;
  return text + spellChecksum(text);
}

/** Whether `text` is spelled like a secret of ours, checksum included; says nothing of whether it exists. */
export function isSecretSpelling(text: string): boolean {
  const match = /^(csk_(?:sbx|live)_[A-Za-z0-9_-]{43})([0-9A-Za-z]{6})$/.exec(text);
  return match !== null && spellChecksum(match[1] ?? '') === match[2];
}

/** What is stored: HMAC-SHA-256 under the server key. */
export function secretHmac(secret: string): Buffer {
  return sign('client-secret', secret);
}

/** What may be shown of it later: its last four characters. */
export function secretHint(secret: string): string {
  return secret.slice(-4);
}
