// `private_key_jwt` (RFC 7523 §3; contract §2): an assertion signed by a registered key, used once.
import { createHash } from 'node:crypto';
import { decodeProtectedHeader, errors, importJWK, jwtVerify, type CryptoKey, type JWTPayload } from 'jose';
import { clockSkewSeconds } from '@/lib/core/tokens';
import type { ClientKey, ClientRecord } from '../clients/find';
import { algorithmOf } from '../clients/public-key';
import { spendAssertion } from '../clients/repository';
import { issuer } from '../issuer';

const furthestExpirySeconds = 300;
const longestJti = 256;

const imported = new WeakMap<ClientKey, Promise<CryptoKey | Uint8Array>>();

function importKey(key: ClientKey): Promise<CryptoKey | Uint8Array> {
  let pending = imported.get(key);
  if (!pending) {
    pending = importJWK({ ...key.jwk }, algorithmOf(key.jwk));
    imported.set(key, pending);
  }
  return pending;
}

/** Keys that may have made it: of its algorithm, live, and the one it names when it names one of ours. */
function candidates(client: ClientRecord, { alg, kid }: { alg?: string; kid?: string }): ClientKey[] {
  const now = Date.now();
  const fitting = client.keys.filter((key) => key.retiresAt > now && algorithmOf(key.jwk) === alg);
  const named = fitting.filter((key) => kid === key.id || kid === key.jwk.kid);
  return kid !== undefined && named.length > 0 ? named : fitting;
}

async function verifyWith(
  key: ClientKey,
  clientId: string,
  assertion: string,
): Promise<JWTPayload | undefined> {
  const publicKey = await importKey(key);
  try {
    const { payload } = await jwtVerify(assertion, publicKey, {
      algorithms: [algorithmOf(key.jwk)],
      issuer: clientId,
      subject: clientId,
      audience: issuer(),
      clockTolerance: clockSkewSeconds,
      requiredClaims: ['exp', 'jti'],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

/** The stricter rules of the contract: one audience, spelled exactly; a short life; a usable `jti`. */
function isAcceptable(payload: JWTPayload): payload is JWTPayload & { exp: number; jti: string } {
  const { aud, exp, jti } = payload;
  return (
    aud === issuer() &&
    typeof exp === 'number' &&
    exp <= Date.now() / 1000 + furthestExpirySeconds + clockSkewSeconds &&
    typeof jti === 'string' &&
    jti.length > 0 &&
    jti.length <= longestJti
  );
}

/** The key that made the assertion, which is used up by this; undefined when it is not a good one. */
export async function verifyAssertion(
  client: ClientRecord,
  assertion: string,
): Promise<ClientKey | undefined> {
  let header: ReturnType<typeof decodeProtectedHeader>;
  try {
    header = decodeProtectedHeader(assertion);
  } catch {
    return undefined;
  }
  for (const key of candidates(client, header)) {
    const payload = await verifyWith(key, client.id, assertion);
    if (!payload) continue;
    if (!isAcceptable(payload)) return undefined;
    const jtiHash = createHash('sha256').update(payload.jti).digest();
    const fresh = await spendAssertion(client.id, jtiHash, payload.exp + clockSkewSeconds);
    return fresh ? key : undefined;
  }
  return undefined;
}
