import { beforeEach, describe, expect, it } from 'vitest';
import { durationBounds, recordUsage, requestDurations } from './index';

const entry = {
  requestId: 'req_1',
  operationId: 'getProject',
  projectId: 'prj_1',
  clientId: 'cid_1',
  status: 200,
  errorCode: undefined,
  durationMs: 3,
};
let operation = 0;
beforeEach(() => (operation += 1));
const own = () => ({ ...entry, operationId: `operation${operation}` });
const counted = () => requestDurations().filter((counts) => counts.operation === `operation${operation}`);

describe('recordUsage', () => {
  it('counts by operation and class of status', () => {
    for (const status of [200, 201, 404, 429, 503]) recordUsage({ ...own(), status });
    const totals = counted().map(({ statusClass, buckets }) => [
      statusClass,
      buckets.reduce((sum, count) => sum + count),
    ]);
    expect(Object.fromEntries(totals)).toEqual({ '2xx': 2, '4xx': 2, '5xx': 1 });
  });

  it('puts a duration into the bucket whose bound it does not exceed, the last one being for the rest', () => {
    for (const durationMs of [0, 1, 1.1, 20_000, 20_001]) recordUsage({ ...own(), durationMs });
    const [counts] = counted();
    const filled = counts?.buckets.flatMap((count, index) =>
      count > 0 ? [[durationBounds[index], count]] : [],
    );
    expect(filled).toEqual([[0.001, 2], [0.0025, 1], [20, 1], [undefined, 1]]); // prettier-ignore
    expect(counts?.sumSeconds).toBeCloseTo(40.0031);
  });
});
