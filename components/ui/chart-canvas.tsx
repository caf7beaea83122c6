'use client';
// The only file that knows recharts; reached through `Chart`, which loads it when it is needed.
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';

/** Fixed meanings first: throttled is amber on every page. The others follow in a colour-blind-safe order. */
export type ChartColour = 'first' | 'second' | 'third' | 'throttled' | 'failed';

export interface ChartSeries {
  readonly key: string;
  readonly label: string;
  readonly colour: ChartColour;
  readonly kind?: 'line' | 'bar' | 'area';
}

export interface ChartCanvasProps {
  /** `x` is a moment in milliseconds or a word; the rest are the values by series key. */
  readonly points: readonly ({ readonly x: number | string } & Readonly<Record<string, number | string>>)[];
  readonly series: readonly ChartSeries[];
  readonly formatX?: (x: number | string) => string;
  readonly formatValue?: (value: number) => string;
}

const colours: Record<ChartColour, string> = {
  first: 'var(--chart-first)',
  second: 'var(--chart-second)',
  third: 'var(--chart-third)',
  throttled: 'var(--chart-throttled)',
  failed: 'var(--chart-failed)',
};

const tick = { fill: 'var(--ink-muted)', fontSize: 12 } as const;

interface Hovered {
  readonly active?: boolean;
  readonly label?: string | number;
  readonly payload?: readonly { readonly dataKey?: unknown; readonly value?: unknown }[];
}

function Readout({
  active,
  label,
  payload = [],
  series,
  formatX,
  formatValue,
}: Hovered & Required<Omit<ChartCanvasProps, 'points'>>) {
  if (active !== true || label === undefined) return null;
  return (
    <div className="rounded-control border border-line bg-surface px-3 py-2 text-12 shadow-float">
      <p className="font-medium text-ink">{formatX(label)}</p>
      {series.map(({ key, label: name, colour }) => (
        <p key={key} className="numeric flex items-center justify-between gap-4 text-ink-soft">
          <span className="flex items-center gap-1.5">
            <svg aria-hidden viewBox="0 0 8 8" className="size-2">
              <rect width="8" height="8" rx="2" fill={colours[colour]} />
            </svg>
            {name}
          </span>
          {formatValue(Number(payload.find(({ dataKey }) => dataKey === key)?.value ?? 0))}
        </p>
      ))}
    </div>
  );
}

/** Counts from zero; each series is named beside its colour on top, where the eye enters. */
export default function ChartCanvas({
  points,
  series,
  formatX = String,
  formatValue = String,
}: ChartCanvasProps) {
  return (
    <div>
      <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-12 text-ink-soft">
        {series.map(({ key, label, colour }) => (
          <li key={key} className="flex items-center gap-1.5">
            <svg aria-hidden viewBox="0 0 8 8" className="size-2">
              <rect width="8" height="8" rx="2" fill={colours[colour]} />
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <ResponsiveContainer width="100%" height={240}>
        <ComposedChart
          data={[...points]}
          margin={{ top: 4, right: 4, bottom: 0, left: 0 }}
          accessibilityLayer
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="x"
            tick={tick}
            tickFormatter={formatX}
            tickLine={false}
            axisLine={{ stroke: 'var(--line)' }}
            minTickGap={32}
          />
          <YAxis
            tick={tick}
            tickFormatter={formatValue}
            tickLine={false}
            axisLine={false}
            width={44}
            domain={[0, 'auto']}
            allowDecimals={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--line-control)' }}
            content={<Readout series={series} formatX={formatX} formatValue={formatValue} />}
          />
          {series.map(({ key, colour, kind = 'line' }) =>
            kind === 'bar' ? (
              <Bar key={key} dataKey={key} stackId="bars" fill={colours[colour]} isAnimationActive={false} />
            ) : kind === 'area' ? (
              <Area
                key={key}
                dataKey={key}
                stroke={colours[colour]}
                fill={colours[colour]}
                fillOpacity={0.16}
                strokeWidth={1.75}
                dot={false}
                isAnimationActive={false}
              />
            ) : (
              <Line
                key={key}
                dataKey={key}
                stroke={colours[colour]}
                strokeWidth={1.75}
                dot={false}
                isAnimationActive={false}
              />
            ),
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
