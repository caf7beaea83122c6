// Metering: who may do how much, and how the caller is told (contract §4).
export { denyManyInStore, onStoreReturn } from './deny-list';
export { rateLimitHeaders } from './headers';
export { limiter } from './limiter';
export {
  addressLimit,
  bucketsOf,
  clientLimit,
  hostedFormLimit,
  hostedWindow,
  limitsOf,
  publicRingLimit,
  publicWindow,
  standardSubLimits,
  tiers,
  tokenPlane,
  wrongCredentialsLimit,
  type NegotiatedLimits,
} from './policies';
export { Replay } from './replay';
export type { BucketState, Lease, LimiterMode, LimiterView, LimitRequest } from './types';
