'use client';
import dynamic from 'next/dynamic';
import { useState, type ReactNode } from 'react';
import type { ChartCanvasProps } from './chart-canvas';
import { DataTable, type Column } from './data-table';

const ChartCanvas = dynamic(() => import('./chart-canvas'), {
  ssr: false,
  loading: () => <div className="h-64 animate-pulse rounded-surface bg-sunken" />,
});

interface ChartProps extends ChartCanvasProps {
  readonly title: string;
  /** What the time axis is called in the table: "Minute". */
  readonly axisLabel: string;
  /** Beside the switch: a range, a download. */
  readonly actions?: ReactNode;
}

/** A chart and the same numbers as a table, one press apart. The library behind it is loaded when one is on the page. */
export function Chart({ title, axisLabel, actions, ...canvas }: ChartProps) {
  const [asTable, setAsTable] = useState(false);
  const { points, series, formatX = String, formatValue = String } = canvas;
  type Point = (typeof points)[number];
  const columns: [Column<Point>, ...Column<Point>[]] = [
    { header: axisLabel, cell: (point) => formatX(point.x) },
    ...series.map(({ key, label }): Column<Point> => ({
      header: label,
      numeric: true,
      cell: (point) => (point[key] === null ? 'none' : formatValue(Number(point[key] ?? 0))),
    })),
  ];
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <span className="font-semibold text-ink">{title}</span>
        <span className="flex flex-wrap items-center gap-2">
          {actions}
          <button
            type="button"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
            className="h-7 rounded-control border border-line-control px-2.5 text-12 font-medium text-ink-soft hover:bg-sunken"
          >
            {asTable ? 'Show as chart' : 'Show as table'}
          </button>
        </span>
      </figcaption>
      {asTable ? (
        <div tabIndex={0} role="region" aria-label={`${title}: table`} className="max-h-80 overflow-y-auto">
          <DataTable
            caption={title}
            columns={columns}
            rows={points}
            rowKey={(point) => String(point.x)}
            density="dense"
          />
        </div>
      ) : (
        <ChartCanvas {...canvas} />
      )}
    </figure>
  );
}
