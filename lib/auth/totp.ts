// Codes of authenticator apps (RFC 6238: SHA-1, six digits, 30 seconds). A code counts once.
import { generateSecret, generateURI, verifySync } from 'otplib';
import { decrypt, encrypt } from '@/lib/crypto';

const stepSeconds = 30;

/** A new secret in base 32: 160 bits. */
export const newTotpSecret = (): string => generateSecret();

/** What the app's camera reads. */
export function totpUri(secret: string, email: string): string {
  return generateURI({ issuer: 'Credicorp Partners', label: email, secret });
}

export function sealTotpSecret(secret: string, ownerId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(encrypt('personal-data', secret, ownerId));
}

export function openTotpSecret(sealed: Uint8Array, ownerId: string): string {
  return decrypt('personal-data', sealed, ownerId).toString();
}

/**
 * The time step that `code` belongs to, one step of clock difference allowed either way; undefined when it is wrong.
 * Whether it was used before is for `spendTotpStep` to say, in one statement with using it.
 */
export function totpStepOf(secret: string, code: string): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const result = verifySync({ secret, token: code, epochTolerance: stepSeconds });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}
