// Identity checks of persons and companies (contract §8): asked of a provider, kept encrypted, shown masked.
export { concludeIdentityCheck } from './conclude';
export { createIdentityCheck } from './create';
export { hastenVerifications, nextVerification } from './due';
export { eraseSubject } from './erase-subject';
export { listIdentityChecks } from './list';
export { readIdentityCheck } from './read';
export { resumeVerifications } from './resume-verifications';
export {
  createIdentityCheckSchema,
  identityCheckSchema,
  listIdentityChecksSchema,
  type IdentityCheck,
} from './schemas';
export { verifyIdentity } from './verify';
