// Tokens of hosted links: an HMAC over an object's id and nonce under a server key, so that nothing readable is
// stored and the link can be shown again (contract §8).
import { LRUCache } from 'lru-cache';
import { sign, signatureMatches } from '@/lib/crypto';
import type { IdPrefix } from './ids';
import { singleton } from './singleton';

const idLength = 26;

type LinkPurpose = 'hosted-link' | 'pisp-session';

// Every answer that shows an object shows its link, and an HMAC costs a tenth of such a read.
const tokensMade = () => singleton('link-token.made', () => new LRUCache<string, string>({ max: 10_000 }));

/** `<26 characters of the id><base64url of the HMAC>`. */
export function linkToken(id: string, nonce: Uint8Array, purpose: LinkPurpose = 'hosted-link'): string {
  const message = Buffer.concat([Buffer.from(`${id}\n`), nonce]);
  const key = `${purpose}\n${message.toString('base64')}`;
  const known = tokensMade().get(key);
  if (known) return known;
  const token = id.slice(-idLength) + sign(purpose, message).toString('base64url');
  tokensMade().set(key, token);
  return token;
}

/** The object a token claims to be for; undefined when it has not the shape of a token. */
export function claimedId(prefix: IdPrefix, token: string): string | undefined {
  return /^[0-9a-hjkmnp-tv-z]{26}[A-Za-z0-9_-]{43}$/.test(token)
    ? `${prefix}_${token.slice(0, idLength)}`
    : undefined;
}

/** Whether `token` is the link of this object, spelled exactly so. */
export function isLinkToken(
  token: string,
  id: string,
  nonce: Uint8Array,
  purpose: LinkPurpose = 'hosted-link',
): boolean {
  return signatureMatches(Buffer.from(token), Buffer.from(linkToken(id, nonce, purpose)));
}
