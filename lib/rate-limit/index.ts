// Metering: who may do how much, and how the caller is told (contract §4).
export { denyInStore, denyManyInStore, onStoreReturn, type DeniedSubject } from './deny-list';
export { rateLimitHeaders } from './headers';
export { limiter } from './limiter';
export {
  addressLimit,
  bucketsOf,
  clientLimit,
  limitsOf,
  negotiatedLimitsSchema,
  publicRingLimit,
  publicWindow,
  standardSubLimits,
  tiers,
  tokenPlane,
  wrongCredentialsLimit,
  type NegotiatedLimits,
} from './policies';
export type {
  BucketRequest,
  BucketState,
  Lease,
  LimitDecision,
  Limiter,
  LimiterMode,
  LimitRequest,
  WindowRequest,
} from './types';
