// The grants of the token endpoint, by `grant_type`.
import type { AuthenticatedClient } from '../client-auth/authenticate';
import { OAuthError } from '../errors';
import type { Parameters } from '../form';
import { grantByClientCredentials } from './client-credentials';

type Grant = (client: AuthenticatedClient, parameters: Parameters) => Promise<object>;

const grants: ReadonlyMap<string, Grant> = new Map([['client_credentials', grantByClientCredentials]]);

export const grantTypes = [...grants.keys()];

/**
 * Answers a token request of an authenticated client.
 *
 * @throws OAuthError `unsupported_grant_type`, `unauthorized_client`, or what the grant refuses.
 */
export async function grantToken(client: AuthenticatedClient, parameters: Parameters): Promise<object> {
  const grantType = parameters.get('grant_type') ?? '';
  const grant = grants.get(grantType);
  if (!grant) throw new OAuthError('unsupported_grant_type', { description: 'This grant is not supported.' });
  if (!client.client.grantTypes.includes(grantType)) {
    throw new OAuthError('unauthorized_client', { description: 'This client may not use this grant.' });
  }
  return grant(client, parameters);
}
