// Durations by operation and class of status, as plain counters. A metrics library hashes its labels at every
// observation (0.8 µs, measured); this is an array index, and lib/health/metrics reads it when it is asked.
import { singleton } from '@/lib/core/singleton';

/** Upper bounds of the histogram's buckets in seconds. */
export const durationBounds = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20,
] as const;

export interface DurationCounts {
  readonly operation: string;
  /** `2xx`, `4xx`, … */
  readonly statusClass: string;
  /** Requests in each bucket, not cumulated; the last one is beyond every bound. */
  readonly buckets: readonly number[];
  readonly sumSeconds: number;
}

interface Mutable {
  operation: string;
  statusClass: string;
  buckets: number[];
  sumSeconds: number;
}

const counts = singleton('usage.durations', () => new Map<string, (Mutable | undefined)[]>());

/** Index of the histogram bucket that a duration falls into. */
export function bucketOf(seconds: number): number {
  const index = durationBounds.findIndex((bound) => seconds <= bound);
  return index === -1 ? durationBounds.length : index;
}

/** Counts one request. */
export function countDuration(operation: string, status: number, durationMs: number): void {
  let byClass = counts.get(operation);
  if (!byClass) counts.set(operation, (byClass = []));
  const digit = Math.floor(status / 100);
  const entry = (byClass[digit] ??= {
    operation,
    statusClass: `${digit}xx`,
    buckets: Array.from({ length: durationBounds.length + 1 }, () => 0),
    sumSeconds: 0,
  });
  const seconds = durationMs / 1000;
  const bucket = bucketOf(seconds);
  entry.buckets[bucket] = (entry.buckets[bucket] as number) + 1;
  entry.sumSeconds += seconds;
}

/** Everything counted since this process started. */
export function requestDurations(): DurationCounts[] {
  return [...counts.values()].flatMap((byClass) => byClass.filter((entry) => entry !== undefined));
}
