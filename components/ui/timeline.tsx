import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { DateTime } from './date-time';

export interface TimelineEntry {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly tone?: 'neutral' | 'positive' | 'caution' | 'danger';
}

const dots = {
  neutral: 'border-line-control bg-surface',
  positive: 'border-accent bg-accent',
  caution: 'border-caution bg-caution',
  danger: 'border-danger bg-danger',
} as const;

/** What happened to one thing, in order. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol aria-label={label}>
      {entries.map(({ id, at, title, detail, tone = 'neutral' }) => (
        <li key={id} className="group relative pb-5 pl-6 last:pb-0">
          <span aria-hidden className="absolute top-4 bottom-0 left-1 w-px bg-line group-last:hidden" />
          <span
            aria-hidden
            className={classNames(
              'absolute top-1.5 left-0 size-2.25 rounded-full border-[1.5px]',
              dots[tone],
            )}
          />
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <p className="font-medium text-ink">{title}</p>
            <p className="text-13 text-ink-muted">
              <DateTime at={at} />
            </p>
          </div>
          {detail !== undefined && <div className="text-ink-soft">{detail}</div>}
        </li>
      ))}
    </ol>
  );
}
