// The `jti` of a token: what a revocation names.
import { randomFillSync } from 'node:crypto';

const bytes = 16; // 128 random bits
const pool = Buffer.alloc(256 * bytes);
let offset = pool.length;

/** 22 characters of base64url. Random bytes are drawn for many ids at once, because minting is hot. */
export function newTokenId(): string {
  if (offset === pool.length) {
    randomFillSync(pool);
    offset = 0;
  }
  offset += bytes;
  return pool.toString('base64url', offset - bytes, offset);
}
