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

const minuteMs = 60_000;
const finestPoints = 1_000;

/** A span that was marked in a chart, as the address has it. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Both ends as instants, in their order; undefined for what is none. */
export function spanOf(from: unknown, to: unknown): Span | undefined {
  if (typeof from !== 'string' || typeof to !== 'string') return undefined;
  const [start, end] = [Date.parse(from), Date.parse(to)];
  return start < end ? { from: new Date(start).toISOString(), to: new Date(end).toISOString() } : undefined;
}

/** What the route is asked for a span: as finely as can still be drawn. */
export function spanQuery({ from, to }: Span) {
  const lengthMs = Date.parse(to) - Date.parse(from);
  const step = lengthMs <= 6 * hourMs ? 'minute' : lengthMs / hourMs <= finestPoints ? 'hour' : 'day';
  return { from, to, step } as const;
}

const stepsMs = { minute: minuteMs, hour: hourMs, day: 24 * hourMs } as const;

/** From the first point that was marked to the end of the last: `to` is a whole step later. */
export function spanOfPoints(firstMs: number, lastMs: number, step: keyof typeof stepsMs): Span {
  return {
    from: new Date(firstMs).toISOString(),
    to: new Date(lastMs + stepsMs[step]).toISOString(),
  };
}
