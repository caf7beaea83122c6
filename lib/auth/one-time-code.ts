// Six-digit codes of mails. Too short for a plain hash, so an HMAC is stored, bound to what it is a code of.
import { randomInt } from 'node:crypto';
import { sign, signatureMatches } from '@/lib/crypto';

/** Six digits, leading noughts included. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

export function codeHmac(boundTo: string, code: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(sign('one-time-code', `mail\n${boundTo}\n${code}`));
}

export function codeMatches(stored: Uint8Array, boundTo: string, code: string): boolean {
  return signatureMatches(stored, codeHmac(boundTo, code.replaceAll(/[\s-]/g, '')));
}
