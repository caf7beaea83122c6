// The one table of limits (contract §4) and what a request must pass because of it.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { subLimitNames, type BucketLimit, type ProjectLimits, type SubLimitName } from '@/lib/core/limits';
import type { Tier } from '@/lib/core/project';
import type { BucketRequest, LimitRequest, WindowRequest } from './types';

/** Sub-limits of a project; a negotiated project may have others. */
export const standardSubLimits = {
  'applications.create': { ratePerSecond: 5, burst: 5 },
  'decisions.refresh': { ratePerSecond: 1, burst: 1 },
  'payment_links.create': { ratePerSecond: 10, burst: 10 },
  'identity_checks.create': { ratePerSecond: 5, burst: 5 },
  'disbursements.create': { ratePerSecond: 2, burst: 2 },
} as const satisfies Record<SubLimitName, BucketLimit>;

/** Figures of the token plane: token, introspect and revoke. */
export const tokenPlane = {
  perAddress: { ratePerSecond: 20, burst: 60 },
  perClient: { ratePerSecond: 5, burst: 20 },
  wrongCredentials: { ratePerSecond: 1, burst: 10 },
} as const satisfies Record<string, BucketLimit>;

/** The keyless ring: so many requests in a fixed window, for each address and route. */
export const publicWindow = { limit: 60, windowSeconds: 60 } as const;

const shared = { subLimits: standardSubLimits, tokenPlane: tokenPlane.perClient };

/** What each published tier gives. `platform` is negotiated and stands in the project's row. */
export const tiers = {
  build: { bucket: { ratePerSecond: 10, burst: 50 }, concurrent: 10, ...shared },
  launch: { bucket: { ratePerSecond: 25, burst: 100 }, concurrent: 20, ...shared },
  scale: { bucket: { ratePerSecond: 100, burst: 400 }, concurrent: 50, ...shared },
} as const satisfies Record<Exclude<Tier, 'platform'>, ProjectLimits>;

const bucketSchema = z.strictObject({
  ratePerSecond: z.int().min(1).max(100_000),
  burst: z.int().min(1).max(1_000_000),
});

/** What staff negotiate with a `platform` project. Sub-limits and token plane left out are the standard ones. */
export const negotiatedLimitsSchema = z.strictObject({
  bucket: bucketSchema,
  concurrent: z.int().min(1).max(10_000),
  subLimits: z.partialRecord(z.enum(subLimitNames), bucketSchema).default({}),
  tokenPlane: bucketSchema.default(tokenPlane.perClient),
});
/** The JSON as it is written down: what has a default may be left out. */
export type NegotiatedLimits = z.input<typeof negotiatedLimitsSchema>;

/**
 * Everything that meters a project. `negotiatedLimits`: the row's JSON; read on `platform` only.
 *
 * @throws ZodError when a `platform` project's negotiated figures are missing or malformed: a fault of ours.
 */
export function limitsOf(project: {
  readonly tier: Tier;
  readonly negotiatedLimits: unknown;
}): ProjectLimits {
  if (project.tier !== 'platform') return tiers[project.tier];
  const { subLimits, ...negotiated } = negotiatedLimitsSchema.parse(project.negotiatedLimits);
  return { ...negotiated, subLimits: { ...standardSubLimits, ...subLimits } };
}

type BucketsBySubLimit = Map<SubLimitName | undefined, readonly BucketRequest[]>;

const bucketsOfLimits = new WeakMap<ProjectLimits, BucketsBySubLimit>();

/** The buckets a project's request must pass: the project's own, then the route's sub-limit. One array for each limits object. */
export function bucketsOf(limits: ProjectLimits, subLimit?: SubLimitName): readonly BucketRequest[] {
  let known = bucketsOfLimits.get(limits);
  if (!known) {
    known = new Map() as BucketsBySubLimit;
    bucketsOfLimits.set(limits, known);
  }
  let buckets = known.get(subLimit);
  if (!buckets) {
    const project = { policy: 'project', key: 'project', limit: limits.bucket };
    buckets = subLimit
      ? [project, { policy: subLimit, key: subLimit, limit: limits.subLimits[subLimit] }]
      : [project];
    known.set(subLimit, buckets);
  }
  return buckets;
}

const addressBuckets = [{ policy: 'oauth.address', key: 'oauth', limit: tokenPlane.perAddress }] as const;

/** Token plane, every request: by the caller's address. */
export function addressLimit(address: string): LimitRequest {
  return { subject: address, buckets: addressBuckets };
}

/** Token plane, once the client's credential was verified. */
export function clientLimit(clientId: string, limits: Pick<ProjectLimits, 'tokenPlane'>): LimitRequest {
  return { subject: clientId, buckets: [{ policy: 'oauth.client', key: 'oauth', limit: limits.tokenPlane }] };
}

/** Token plane, each wrong credential: by client id as it was sent, known or not, and address. */
export function wrongCredentialsLimit(clientId: string, address: string): LimitRequest {
  // The id comes from a stranger: of any length, with any character.
  const digest = createHash('sha256').update(clientId).digest('base64url').slice(0, 22);
  const bucket = {
    policy: 'oauth.wrong_credentials',
    key: `wrong:${digest}`,
    limit: tokenPlane.wrongCredentials,
  };
  return { subject: address, buckets: [bucket] };
}

/** Forms of the hosted pages: ample for a person, and nothing for a machine that guesses. */
export const hostedWindow = { limit: 30, windowSeconds: 60 } as const;

/** A form of a hosted page: by address. `form`: a name of ours. */
export function hostedFormLimit(address: string, form: string): WindowRequest {
  return { subject: address, policy: 'hosted', key: `hosted:${form}`, ...hostedWindow };
}

/** Public ring: by address and route. `route`: a name or path template of ours, never the path as it came. */
export function publicRingLimit(address: string, route: string): WindowRequest {
  return { subject: address, policy: 'public', key: `public:${route}`, ...publicWindow };
}
