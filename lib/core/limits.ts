// The shapes of metering, shared by the limiter and by what it meters. Figures: lib/rate-limit/policies.

/** A token bucket with continuous refill (contract §4). */
export interface BucketLimit {
  /** Sustained rate in requests a second; a positive integer, so that the arithmetic stays exact. */
  readonly ratePerSecond: number;
  /** Capacity in whole tokens. */
  readonly burst: number;
}

export const subLimitNames = [
  'applications.create',
  'decisions.refresh',
  'payment_links.create',
  'identity_checks.create',
  'disbursements.create',
] as const;
export type SubLimitName = (typeof subLimitNames)[number];

/** Everything that meters one project. */
export interface ProjectLimits {
  readonly bucket: BucketLimit;
  /** Requests in flight at once. */
  readonly concurrent: number;
  readonly subLimits: Readonly<Record<SubLimitName, BucketLimit>>;
  /** Token plane, per client (contract §4). */
  readonly tokenPlane: BucketLimit;
}
