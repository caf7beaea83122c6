// Percentiles from histograms: within a bucket, calls are taken to be spread evenly.
import { durationBounds } from './request-durations';

const longestMs = Math.max(...durationBounds) * 1000;

/**
 * @param buckets calls in each bucket, not cumulated, as `durationBounds` divides them.
 * @param share such as 0.95.
 * @returns milliseconds; null when there were no calls. Beyond the last bound it is that bound.
 */
export function percentileMs(buckets: readonly number[], share: number): number | null {
  const total = buckets.reduce((sum, calls) => sum + calls, 0);
  if (total === 0) return null;
  let rest = share * total;
  for (const [index, calls] of buckets.entries()) {
    const upper = durationBounds[index];
    if (upper === undefined) break;
    if (calls > 0 && rest <= calls) {
      const lower = durationBounds[index - 1] ?? 0;
      return round((lower + (upper - lower) * (rest / calls)) * 1000);
    }
    rest -= calls;
  }
  return longestMs;
}

const round = (milliseconds: number) => Math.round(milliseconds * 100) / 100;

/** The histogram of both. */
export function addBuckets(a: readonly number[], b: readonly number[]): number[] {
  return Array.from({ length: durationBounds.length + 1 }, (_, index) => (a[index] ?? 0) + (b[index] ?? 0));
}
