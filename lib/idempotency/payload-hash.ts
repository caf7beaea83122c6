// One hash for one meaning: member order and white space do not count (RFC 8785).
import canonicalize from 'canonicalize';
import { sign } from '@/lib/crypto';

/** HMAC of the canonical JSON of `payload`. Keyed, because bodies hold guessable personal data. */
export function payloadHash(payload: unknown): Buffer {
  return sign('idempotency-payload', canonicalize(payload ?? {}) ?? '{}');
}
