// Rate-limit headers (contract §4): the three classic ones, and the fields of
// draft-ietf-httpapi-ratelimit-headers with one member for each bucket.
import type { BucketLimit } from '@/lib/core/limits';
import type { BucketState } from './types';

const policyTexts = new WeakMap<BucketLimit, { readonly policy: string; readonly text: string }>();

/** `"project";q=50;w=5`, written once for each limits object. */
function policyText({ policy, limit }: BucketState): string {
  const known = policyTexts.get(limit);
  if (known?.policy === policy) return known.text;
  const windowSeconds = Math.ceil(limit.burst / limit.ratePerSecond);
  const text = `"${policy}";q=${limit.burst};w=${windowSeconds}`;
  policyTexts.set(limit, { policy, text });
  return text;
}

/** `"project";r=49;t=1`; `t` is left out when the bucket is full. */
function stateText({ policy, remaining, nextTokenSeconds }: BucketState): string {
  const text = `"${policy}";r=${remaining}`;
  return nextTokenSeconds === undefined ? text : `${text};t=${nextTokenSeconds}`;
}

/** Headers of a response whose buckets are known; none where nothing was metered. */
export function rateLimitHeaders(buckets: readonly BucketState[] | undefined): Record<string, string> {
  const first = buckets?.[0];
  if (!buckets || !first) return {};
  let scarcest = first;
  let policies = policyText(first);
  let states = stateText(first);
  for (let index = 1; index < buckets.length; index++) {
    const bucket = buckets[index] as BucketState;
    // On a tie the later one: the route's sub-limit.
    if (bucket.remaining <= scarcest.remaining) scarcest = bucket;
    policies += `, ${policyText(bucket)}`;
    states += `, ${stateText(bucket)}`;
  }
  return {
    'ratelimit-limit': String(scarcest.limit.burst),
    'ratelimit-remaining': String(scarcest.remaining),
    'ratelimit-reset': String(scarcest.resetSeconds),
    'ratelimit-policy': policies,
    ratelimit: states,
  };
}
