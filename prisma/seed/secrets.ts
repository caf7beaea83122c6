// Secrets of the seed derive from the master key, so that `npm run credentials` can print them although the
// database holds only their hashes. Development only.
import { sign } from '@/lib/crypto';
import { formatClientSecret } from '@/lib/oauth';
import type { SeededPerson } from './people';
import type { SeededProject } from './partners';

/** The project's client secret, in the format of every other one. */
export function seededClientSecret(project: SeededProject): string {
  return formatClientSecret(project.livemode, sign('development-seed', `client-secret:${project.client.id}`));
}

/** 24 characters, 144 bits. */
export function seededPassword(person: SeededPerson): string {
  return sign('development-seed', `password:${person.email}`).subarray(0, 18).toString('base64url');
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 160 bits in base 32 (RFC 4648), as authenticator apps take it. */
export function seededTotpSecret(person: SeededPerson): string {
  const bytes = sign('development-seed', `totp:${person.email}`).subarray(0, 20);
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((group) => base32.charAt(parseInt(group, 2))).join('');
}
