// From bytes to claims whose signature is ours (contract §2 Verification). Says nothing of time, audience or
// revocation: the resource ring, introspection and revocation each judge those for themselves.
import { z } from 'zod';
import { isScope } from '@/lib/core/scopes';
import { longestTokenSeconds } from '@/lib/core/tokens';
import { decodeCanonical } from '../base64url';
import { verifyEs256 } from '../es256';
import { keyRing } from '../keys/key-ring';
import { maximumTokenBytes, type AccessTokenClaims } from './access-token';

// Strict: `crit`, `jku`, `jwk`, `x5*`, `enc`, `zip`, `b64` and whatever else may be invented are refused alike.
const headerSchema = z.strictObject({
  alg: z.literal('ES256'),
  typ: z.string().regex(/^(application\/)?at\+jwt$/i),
  kid: z.string().min(1).max(128),
});

const instant = z.int().positive();
const text = z.string().min(1);

const claimsSchema = z.object({
  iss: text,
  aud: text,
  sub: text,
  client_id: text,
  exp: instant,
  iat: instant,
  jti: text,
  scope: text.refine((scope) => scope.split(' ').every(isScope)),
  project_id: text,
  livemode: z.boolean(),
  credential_id: text,
});

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function isConsistent(claims: AccessTokenClaims): boolean {
  const lifetime = claims.exp - claims.iat;
  return claims.sub === claims.client_id && lifetime > 0 && lifetime <= longestTokenSeconds;
}

/** The claims of a token that we signed, spelled as we spelled it; undefined for anything else. */
export async function parseSignedToken(encoded: string): Promise<AccessTokenClaims | undefined> {
  if (encoded.length > maximumTokenBytes) return undefined;
  const parts = encoded.split('.');
  if (parts.length !== 3) return undefined;
  const [header, payload, signature] = parts.map(decodeCanonical);
  if (!header || !payload || !signature) return undefined;
  const parsedHeader = headerSchema.safeParse(parseJson(header));
  if (!parsedHeader.success) return undefined;
  const publicKey = await keyRing().verifying(parsedHeader.data.kid);
  if (!publicKey) return undefined;
  const signed = Buffer.from(encoded.slice(0, encoded.lastIndexOf('.')), 'ascii');
  if (!verifyEs256(signed, signature, publicKey)) return undefined;
  const parsedClaims = claimsSchema.safeParse(parseJson(payload));
  return parsedClaims.success && isConsistent(parsedClaims.data) ? parsedClaims.data : undefined;
}
