// Signs a new access token.
import { environment } from '@/lib/env';
import { signEs256 } from '../es256';
import { audience, issuer } from '../issuer';
import { keyRing } from '../keys/key-ring';
import type { AccessTokenClaims } from './access-token';
import { newTokenId } from './token-id';

/** For whom the token is. */
export interface TokenSubject {
  readonly clientId: string;
  readonly credentialId: string;
  readonly projectId: string;
  readonly livemode: boolean;
  readonly scopes: readonly string[];
  /** Shorter than configured, for a token that serves one call. */
  readonly lifetimeSeconds?: number;
}

export interface IssuedToken {
  readonly encoded: string;
  readonly expiresInSeconds: number;
  /** Space-separated. */
  readonly scope: string;
}

/** Issues a token that lives at most as long as the configuration says (900 s unless set; at most 3,600 s). */
export async function issueAccessToken(subject: TokenSubject): Promise<IssuedToken> {
  const key = await keyRing().signing();
  const expiresInSeconds = Math.min(subject.lifetimeSeconds ?? Infinity, environment().accessTokenSeconds);
  const iat = Math.floor(Date.now() / 1000);
  const scope = subject.scopes.join(' ');
  const claims: AccessTokenClaims = {
    iss: issuer(),
    aud: audience(),
    sub: subject.clientId,
    client_id: subject.clientId,
    exp: iat + expiresInSeconds,
    iat,
    jti: newTokenId(),
    scope,
    project_id: subject.projectId,
    livemode: subject.livemode,
    credential_id: subject.credentialId,
  };
  const signingInput = `${key.encodedHeader}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  const signature = await signEs256(Buffer.from(signingInput, 'ascii'), key.privateKey);
  return { encoded: `${signingInput}.${signature.toString('base64url')}`, expiresInSeconds, scope };
}
