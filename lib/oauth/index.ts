// The token plane (contract §2): clients and their credentials, tokens, keys, metadata.
export { authenticateClient, type AuthenticatedClient } from './client-auth/authenticate';
export { clientParameters, presentedCredentials, type PresentedCredentials } from './client-auth/presented';
export { addKey, type AddKeyInput } from './clients/add-key';
export { addSecret, type AddSecretInput, type NewSecret } from './clients/add-secret';
export { createClient, type CreateClientInput } from './clients/create';
export { flushCredentialUse } from './clients/credential-use';
export { publicJwkSchema, type ClientPublicJwk } from './clients/public-key';
export { retireCredential, type CredentialReference } from './clients/retire-credential';
export { revokeClient, revokeCredential } from './clients/revoke';
export {
  retirementGraces,
  rotateSecret,
  type RetirementGrace,
  type RotateSecretInput,
} from './clients/rotate-secret';
export { formatClientSecret, isSecretSpelling, secretHint, secretHmac } from './clients/secret';
export { ensureSigningKeys } from './keys/ensure';
export { OAuthError, invalidClient, invalidRequest } from './errors';
export { knownParameters, parseForm, type Parameters } from './form';
export { grantToken } from './grants';
export { introspectToken } from './introspect';
export { jwks } from './keys/key-ring';
export { eraseExpired, maintainSigningKeys } from './keys/maintain';
export { jwksMaxAgeSeconds, RotationRefused, rotateSigningKeys } from './keys/rotate';
export { authorizationServerMetadata, protectedResourceMetadata } from './metadata';
export { revokeToken } from './revoke-token';
export type { AccessToken } from './tokens/access-token';
export { bearerChallenge, tokenRevoked } from './tokens/challenge';
export { issueAccessToken, type IssuedToken, type TokenSubject } from './tokens/issue';
export { isRevoked, revocationIsKnown } from './tokens/revocations';
export { verifyAccessToken } from './tokens/verify';
