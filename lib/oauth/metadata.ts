// What a client library reads to configure itself: RFC 8414 (authorization server), RFC 9728 (resource).
import { scopes } from '@/lib/core/scopes';
import { grantTypes } from './grants';
import { audience, endpoints, issuer } from './issuer';

const authenticationMethods = ['client_secret_basic', 'client_secret_post', 'private_key_jwt'];
const assertionAlgorithms = ['ES256', 'PS256', 'EdDSA'];

/** RFC 8414 §2. Empty arrays are omitted, hence no `response_types_supported`. */
export function authorizationServerMetadata(): Readonly<Record<string, unknown>> {
  return {
    issuer: issuer(),
    token_endpoint: endpoints.token(),
    introspection_endpoint: endpoints.introspection(),
    revocation_endpoint: endpoints.revocation(),
    jwks_uri: endpoints.jwks(),
    grant_types_supported: grantTypes,
    scopes_supported: scopes,
    service_documentation: endpoints.documentation(),
    token_endpoint_auth_methods_supported: authenticationMethods,
    token_endpoint_auth_signing_alg_values_supported: assertionAlgorithms,
    introspection_endpoint_auth_methods_supported: authenticationMethods,
    introspection_endpoint_auth_signing_alg_values_supported: assertionAlgorithms,
    revocation_endpoint_auth_methods_supported: authenticationMethods,
    revocation_endpoint_auth_signing_alg_values_supported: assertionAlgorithms,
  };
}

/** RFC 9728 §2. */
export function protectedResourceMetadata(): Readonly<Record<string, unknown>> {
  return {
    resource: audience(),
    authorization_servers: [issuer()],
    scopes_supported: scopes,
    bearer_methods_supported: ['header'],
    resource_name: 'Credicorp partner API',
    resource_documentation: endpoints.documentation(),
  };
}
