// The link to the hosted journey. Its token is an HMAC over the application's id and nonce: nothing readable is
// stored, and the link can be shown again (contract §8).
import { sign, signatureMatches } from '@/lib/crypto';
import { environment } from '@/lib/env';

const idLength = 26;

function signature(id: string, nonce: Uint8Array): Buffer {
  return sign('hosted-link', Buffer.concat([Buffer.from(`${id}\n`), nonce]));
}

/** `<26 characters of the id><base64url of the HMAC>`. */
export function hostedToken(id: string, nonce: Uint8Array): string {
  return id.slice(-idLength) + signature(id, nonce).toString('base64url');
}

export function handoffUrl(id: string, nonce: Uint8Array): string {
  return `${environment().appUrl}/apply/${hostedToken(id, nonce)}`;
}

/** The application a token claims to be for; undefined when it has not the shape of a token. */
export function claimedApplicationId(token: string): string | undefined {
  return /^[0-9a-hjkmnp-tv-z]{26}[A-Za-z0-9_-]{43}$/.test(token)
    ? `app_${token.slice(0, idLength)}`
    : undefined;
}

/** Whether `token` is the link of this application, spelled exactly so. */
export function isHostedToken(token: string, id: string, nonce: Uint8Array): boolean {
  return signatureMatches(Buffer.from(token), Buffer.from(hostedToken(id, nonce)));
}
