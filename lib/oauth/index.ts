// The token plane (contract §2): clients and their credentials, tokens, keys, metadata.
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
export { isSecretSpelling, secretEntropyBytes, spellSecret } from './clients/secret';
export { rotateKeysCommand } from './keys/command';
export { ensureSigningKeys } from './keys/ensure';
export { maintainSigningKeys } from './keys/maintain';
export { RotationRefused, rotateSigningKeys, type Rotation } from './keys/rotate';
export type { AccessToken } from './tokens/access-token';
export { bearerChallenge, tokenRevoked } from './tokens/challenge';
export { issueAccessToken, type IssuedToken, type TokenSubject } from './tokens/issue';
export { isRevoked, revocationIsKnown } from './tokens/revocations';
export { verifyAccessToken } from './tokens/verify';
