// Usage as the charts draw it: calls by class of status at each moment, throttled ones apart.
import type { Usage } from '@/lib/usage';

type Outcome = 'succeeded' | 'redirected' | 'refused' | 'throttled' | 'failed';

const keys: Readonly<Record<string, Outcome | undefined>> = {
  '2xx': 'succeeded',
  '3xx': 'redirected',
  '4xx': 'refused',
  '5xx': 'failed',
  '429': 'throttled',
} as const;

/** One point a step; `x` in milliseconds. */
export function callPoints({ points, series }: Pick<Usage, 'points' | 'series'>) {
  return points.map(({ at }, index) => {
    const sums = { succeeded: 0, redirected: 0, refused: 0, throttled: 0, failed: 0 };
    for (const { status_class, calls } of series) {
      const key = keys[status_class];
      if (key !== undefined) sums[key] += calls[index] ?? 0;
    }
    return { x: Date.parse(at), ...sums };
  });
}

/** Milliseconds at each moment; null, a gap in the line, where nobody called. */
export function latencyPoints({ points }: Pick<Usage, 'points'>) {
  return points.map(({ at, p50_ms, p95_ms, p99_ms }) => ({
    x: Date.parse(at),
    p50: p50_ms,
    p95: p95_ms,
    p99: p99_ms,
  }));
}
