'use client';
// The only file that knows recharts; reached through `Chart`, which loads it when it is needed.
import { useState } from 'react';
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
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
  readonly points: readonly ({ readonly x: number | string } & Readonly<
    Record<string, number | string | null>
  >)[];
  readonly series: readonly ChartSeries[];
  readonly formatX?: (x: number | string) => string;
  readonly formatValue?: (value: number) => string;
  /** Takes the first and the last point between which the reader has drawn; they are one where he pressed. */
  readonly onBrush?: (first: number | string, last: number | string) => void;
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

/** A point may have no value at all: no latency where nobody called. */
function valueText(value: unknown, formatValue: (value: number) => string): string {
  return value === null || value === undefined ? 'none' : formatValue(Number(value));
}

function Readout({
  active,
  label,
  payload = [],
  series,
  formatX,
  formatValue,
}: Hovered & Required<Omit<ChartCanvasProps, 'points' | 'onBrush'>>) {
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
          {valueText(payload.find(({ dataKey }) => dataKey === key)?.value, formatValue)}
        </p>
      ))}
    </div>
  );
}

interface DotProps {
  readonly cx?: number;
  readonly cy?: number;
  readonly index?: number;
}

function isolatedDot(points: ChartCanvasProps['points'], key: string, fill: string) {
  const has = (index: number) => typeof points[index]?.[key] === 'number';
  return function IsolatedDot({ cx, cy, index = -1 }: DotProps) {
    const alone = has(index) && !has(index - 1) && !has(index + 1);
    return alone ? <circle key={index} cx={cx} cy={cy} r={3} fill={fill} /> : <g key={index} />;
  };
}

/** Counts from zero; each series is named beside its colour on top, where the eye enters. */
export default function ChartCanvas({
  points,
  series,
  formatX = String,
  formatValue = String,
  onBrush,
}: ChartCanvasProps) {
  const [drawn, setDrawn] = useState<{ readonly from: number; readonly to: number }>();
  const at = (index: number) => points[index]?.x;
  const finish = () => {
    setDrawn(undefined);
    if (drawn === undefined) return;
    const [first, last] = [at(Math.min(drawn.from, drawn.to)), at(Math.max(drawn.from, drawn.to))];
    if (first !== undefined && last !== undefined) onBrush?.(first, last);
  };
  const brush = onBrush && {
    onMouseDown: ({ activeTooltipIndex: index }: { activeTooltipIndex?: unknown }) => {
      if (index !== undefined && index !== null) setDrawn({ from: Number(index), to: Number(index) });
    },
    onMouseMove: ({ activeTooltipIndex: index }: { activeTooltipIndex?: unknown }) => {
      if (drawn && index !== undefined && index !== null) setDrawn({ ...drawn, to: Number(index) });
    },
    onMouseUp: finish,
    onMouseLeave: () => setDrawn(undefined),
  };
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
          {...brush}
          {...(brush && { className: 'cursor-crosshair select-none' })}
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
            width={52}
            domain={[0, 'auto']}
            allowDecimals={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--line-control)' }}
            content={<Readout series={series} formatX={formatX} formatValue={formatValue} />}
          />
          {drawn && drawn.from !== drawn.to && (
            <ReferenceArea
              x1={at(Math.min(drawn.from, drawn.to))}
              x2={at(Math.max(drawn.from, drawn.to))}
              fill="var(--accent)"
              fillOpacity={0.12}
            />
          )}
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
                // A value between two gaps is a point, and no line.
                dot={isolatedDot(points, key, colours[colour])}
                isAnimationActive={false}
              />
            ),
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
