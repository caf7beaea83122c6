// The spans that usage is shown for, and how finely: under 1,500 points each.
export const ranges = ['1h', '24h', '7d', '30d'] as const;
export type Range = (typeof ranges)[number];

const hourMs = 3_600_000;
const facts = {
  '1h': { label: 'Last hour', hours: 1, step: 'minute' },
  '24h': { label: 'Last 24 hours', hours: 24, step: 'hour' },
  '7d': { label: 'Last 7 days', hours: 168, step: 'hour' },
  '30d': { label: 'Last 30 days', hours: 720, step: 'day' },
} as const;

export const rangeLabel = (range: Range) => facts[range].label;
export const isRange = (text: unknown): text is Range => ranges.some((range) => range === text);

/** What the route is asked for. */
export function usageQuery(range: Range, nowMs: number) {
  const { hours, step } = facts[range];
  return { from: new Date(nowMs - hours * hourMs).toISOString(), step };
}
