import { describe, expect, it } from 'vitest';
import type { Usage } from '@/lib/usage';
import { callPoints, latencyPoints } from './usage-points';

const figures = { calls: 0, throttled: 0, errors: 0, throttled_share: 0, p50_ms: null, p95_ms: 4, p99_ms: 9 };
const points: Usage['points'] = [
  { at: '2026-11-22T17:00:00.000Z', ...figures },
  { at: '2026-11-22T18:00:00.000Z', ...figures },
];

describe('usage as the charts draw it', () => {
  it('adds the routes up and keeps throttled calls out of the refused ones', () => {
    const series = [
      { operation: 'a', status_class: '2xx', calls: [1, 2] },
      { operation: 'b', status_class: '2xx', calls: [10, 0] },
      { operation: 'b', status_class: '4xx', calls: [0, 3] },
      { operation: 'b', status_class: '429', calls: [5, 0] },
    ];
    expect(callPoints({ points, series })).toMatchObject([
      { succeeded: 11, refused: 0, throttled: 5, failed: 0 },
      { succeeded: 2, refused: 3, throttled: 0, failed: 0 },
    ]);
  });
  it('draws no latency where nobody called', () =>
    expect(latencyPoints({ points })[0]).toMatchObject({ p50: null, p95: 4, p99: 9 }));
});
