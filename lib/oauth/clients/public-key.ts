// Public keys of clients for `private_key_jwt` (contract §2): ES256, PS256 or EdDSA, as JWK, nothing fetched.
import { createHash, createPublicKey } from 'node:crypto';
import { z } from 'zod';
import { coded, fieldError } from '@/lib/core/field-errors';

export type AssertionAlgorithm = 'ES256' | 'PS256' | 'EdDSA';

const leastRsaBits = 2_048;
const mostRsaBits = 8_192;

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/, coded('invalid_value', 'must be base64url'));
const optional = { kid: z.string().min(1).max(128).optional(), use: z.literal('sig').optional() };

// Only public members: a private key that is sent by mistake is refused, not stored.
export const publicJwkSchema = z.discriminatedUnion('kty', [
  z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: base64url, y: base64url, alg: z.literal('ES256').optional(), ...optional }), // prettier-ignore
  z.strictObject({ kty: z.literal('RSA'), n: base64url, e: base64url, alg: z.literal('PS256').optional(), ...optional }), // prettier-ignore
  z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: base64url, alg: z.literal('EdDSA').optional(), ...optional }), // prettier-ignore
]);

export type ClientPublicJwk = z.output<typeof publicJwkSchema>;

/** The algorithm that a key of this kind verifies; one each, so that an assertion cannot choose. */
export function algorithmOf(jwk: ClientPublicJwk): AssertionAlgorithm {
  return jwk.kty === 'EC' ? 'ES256' : jwk.kty === 'RSA' ? 'PS256' : 'EdDSA';
}

/** RFC 7638 thumbprint; required members in lexical order. */
export function thumbprintOf(jwk: ClientPublicJwk): string {
  const members =
    jwk.kty === 'EC'
      ? { crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y }
      : jwk.kty === 'RSA'
        ? { e: jwk.e, kty: jwk.kty, n: jwk.n }
        : { crv: jwk.crv, kty: jwk.kty, x: jwk.x };
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url');
}

/**
 * Whether the key can really be used: on its curve, long enough.
 *
 * @throws ApiError `invalid_value` naming `public_jwk`.
 */
export function requireUsableKey(jwk: ClientPublicJwk): void {
  let bits: number | undefined;
  try {
    bits = createPublicKey({ key: jwk, format: 'jwk' }).asymmetricKeyDetails?.modulusLength;
  } catch {
    throw fieldError('invalid_value', 'public_jwk', 'The key cannot be read.');
  }
  if (jwk.kty === 'RSA' && (bits === undefined || bits < leastRsaBits || bits > mostRsaBits)) {
    throw fieldError('invalid_value', 'public_jwk', `An RSA key has ${leastRsaBits} to ${mostRsaBits} bits.`);
  }
}
