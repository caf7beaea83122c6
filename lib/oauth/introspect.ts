// Token introspection (RFC 7662): what the client's own token is; of any other, only that it is not active.
import type { AuthenticatedClient } from './client-auth/authenticate';
import type { Parameters } from './form';
import { audience, issuer } from './issuer';
import { parseSignedToken } from './tokens/parse';
import { isRevoked } from './tokens/revocations';
import { toAccessToken } from './tokens/verify';

const inactive = { active: false };

/** The introspection response. */
export async function introspectToken(
  { client }: AuthenticatedClient,
  parameters: Parameters,
): Promise<object> {
  const claims = await parseSignedToken(parameters.get('token') ?? '');
  const ours = claims?.iss === issuer() && claims.aud === audience() && claims.client_id === client.id;
  if (!claims || !ours || claims.exp <= Date.now() / 1000 || isRevoked(toAccessToken(claims)))
    return inactive;
  const { iss, sub, aud, client_id, scope, exp, iat, jti } = claims;
  return { active: true, iss, sub, aud, client_id, scope, exp, iat, jti, token_type: 'Bearer' };
}
