// Verification of access tokens for the resource ring, cached by exact bytes: another spelling is another key.
// The cache never answers the question of revocation; the pipeline asks that on every request.
import { LRUCache } from 'lru-cache';
import { singleton } from '@/lib/core/singleton';
import { clockSkewSeconds } from '@/lib/core/tokens';
import { controlFeed, requireControlFeed } from '@/lib/control-feed';
import { audience, issuer } from '../issuer';
import type { AccessToken, AccessTokenClaims } from './access-token';
import { refusedToken } from './challenge';
import { parseSignedToken } from './parse';

const maximumEntries = 20_000;

function verifiedTokens(): LRUCache<string, AccessToken> {
  return singleton('oauth.verified-tokens', () => {
    const cache = new LRUCache<string, AccessToken>({ max: maximumEntries });
    // A key that is published no more must not live on in here.
    const forget = () => cache.clear();
    controlFeed().subscribe({
      onChange: ({ kind }) => kind === 'signing_keys_changed' && forget(),
      onReload: forget,
    });
    return cache;
  });
}

/** The token as the pipeline sees it. */
export function toAccessToken(claims: AccessTokenClaims): AccessToken {
  return {
    jti: claims.jti,
    clientId: claims.client_id,
    credentialId: claims.credential_id,
    projectId: claims.project_id,
    livemode: claims.livemode,
    scopes: new Set(claims.scope.split(' ')),
    issuedAt: claims.iat,
    expiresAt: claims.exp,
  };
}

async function verifyAnew(encoded: string, nowSeconds: number): Promise<AccessToken> {
  const claims = await parseSignedToken(encoded);
  if (!claims) throw refusedToken('invalid_api_key');
  if (claims.aud !== audience()) throw refusedToken('audience_mismatch');
  if (claims.iss !== issuer() || claims.iat > nowSeconds + clockSkewSeconds)
    throw refusedToken('invalid_api_key');
  if (claims.exp + clockSkewSeconds <= nowSeconds) throw refusedToken('token_expired');
  return toAccessToken(claims);
}

/**
 * The access token that `encoded` is.
 *
 * @throws ApiError `invalid_api_key`, `audience_mismatch` or `token_expired` with its challenge;
 *   `temporarily_unavailable` while the revocations are not known yet.
 */
export async function verifyAccessToken(encoded: string): Promise<AccessToken> {
  if (!controlFeed().isLoaded) await requireControlFeed();
  const cache = verifiedTokens();
  const nowSeconds = Date.now() / 1000;
  const known = cache.get(encoded);
  if (known && nowSeconds < known.expiresAt) return known;
  if (known) cache.delete(encoded);
  const token = await verifyAnew(encoded, nowSeconds);
  if (nowSeconds < token.expiresAt) cache.set(encoded, token);
  return token;
}
