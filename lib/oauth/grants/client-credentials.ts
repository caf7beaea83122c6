// The client-credentials grant (RFC 6749 §4.4): a token for the client itself.
import type { AuthenticatedClient } from '../client-auth/authenticate';
import type { Parameters } from '../form';
import { grantedScopes } from '../scopes';
import { issueAccessToken } from '../tokens/issue';

/** The token response (RFC 6749 §5.1). @throws OAuthError `invalid_scope`. */
export async function grantByClientCredentials(
  { client, credentialId }: AuthenticatedClient,
  parameters: Parameters,
): Promise<object> {
  const scopes = grantedScopes(parameters.get('scope'), client.scopes);
  const { id: clientId, projectId, livemode } = client;
  const token = await issueAccessToken({ clientId, credentialId, projectId, livemode, scopes });
  return {
    access_token: token.encoded,
    token_type: 'Bearer',
    expires_in: token.expiresInSeconds,
    scope: token.scope,
  };
}
