// Token revocation (RFC 7009): effective in this process at once, in every other within a second.
import { clockSkewSeconds } from '@/lib/core/tokens';
import { recordAudit } from '@/lib/audit';
import { controlFeed, publishChange } from '@/lib/control-feed';
import { withTransaction } from '@/lib/db';
import type { AuthenticatedClient } from './client-auth/authenticate';
import { OAuthError } from './errors';
import type { Parameters } from './form';
import { parseSignedToken } from './tokens/parse';
import { isRevoked } from './tokens/revocations';
import { toAccessToken } from './tokens/verify';

/**
 * Revokes the client's own token. One that is unknown, expired or revoked already needs nothing.
 *
 * @throws OAuthError `unauthorized_client` for a token that we issued to another client.
 */
export async function revokeToken(
  { client, credentialId }: AuthenticatedClient,
  parameters: Parameters,
  requestId: string,
): Promise<undefined> {
  const claims = await parseSignedToken(parameters.get('token') ?? '');
  if (!claims) return undefined;
  if (claims.client_id !== client.id) {
    throw new OAuthError('unauthorized_client', { description: 'The token was issued to another client.' });
  }
  const deadAt = new Date((claims.exp + clockSkewSeconds + 1) * 1000);
  if (deadAt.getTime() < Date.now() || isRevoked(toAccessToken(claims))) return undefined;
  const { jti, project_id: projectId } = claims;
  const change = { kind: 'token_revoked', projectId, subject: jti, expiresAt: deadAt } as const;
  await withTransaction(async (tx) => {
    await publishChange(tx, change);
    const actor = { kind: 'client', clientId: client.id, credentialId } as const;
    await recordAudit(tx, { stream: projectId, actor, act: 'token.revoke', objectId: jti, requestId });
  });
  controlFeed().apply(change);
  return undefined;
}
