// Random tokens of cookies and links. They have 256 bits, so their plain hash tells nothing; only it is stored.
import { createHash, randomBytes } from 'node:crypto';

export interface OpaqueToken {
  /** 43 characters of base64url, for the cookie or the link. */
  readonly token: string;
  /** 32 bytes, for the row. */
  readonly hash: Uint8Array<ArrayBuffer>;
}

/** What is stored of a token. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}

export function newToken(): OpaqueToken {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** Whether `text` is spelled like a token; says nothing of whether it exists. */
export function isTokenSpelling(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}
