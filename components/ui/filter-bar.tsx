'use client';
import { Search, X } from 'lucide-react';
import type { ReactNode } from 'react';

interface FilterBarProps {
  readonly label: string;
  /** The search box; left out where there is nothing to search. */
  readonly search?: {
    readonly value: string;
    readonly placeholder: string;
    readonly onChange: (value: string) => void;
  };
  /** Selects (`bare`) and a Popover for the rest. */
  readonly children?: ReactNode;
  /** What is filtered now, in words; each can be taken away. */
  readonly active?: readonly {
    readonly name: string;
    readonly value: string;
    readonly onRemove: () => void;
  }[];
  readonly onClear?: () => void;
}

/** Filters over a list. Their values live in the URL (nuqs), so that a view can be sent to a colleague. */
export function FilterBar({ label, search, children, active = [], onClear }: FilterBarProps) {
  return (
    <search aria-label={label} className="mb-3 block">
      <div className="flex flex-wrap items-end gap-2">
        {search !== undefined && (
          <label className="relative min-w-48 flex-1">
            <span className="sr-only">{search.placeholder}</span>
            <Search aria-hidden className="absolute top-2.5 left-2.5 size-4 text-ink-muted" />
            <input
              type="search"
              value={search.value}
              placeholder={search.placeholder}
              onChange={(event) => search.onChange(event.target.value)}
              className="h-9 w-full rounded-control border border-line-control bg-surface pr-3 pl-8.5 text-ink placeholder:text-ink-muted"
            />
          </label>
        )}
        {children}
      </div>
      {active.length > 0 && (
        <ul className="mt-2 flex flex-wrap items-center gap-1.5">
          {active.map(({ name, value, onRemove }) => (
            <li key={name}>
              <button
                type="button"
                onClick={onRemove}
                className="inline-flex h-6.5 items-center gap-1.5 rounded-control border border-line bg-sunken px-2 text-12 text-ink-soft hover:border-line-control"
              >
                {name}: <span className="font-medium text-ink">{value}</span>
                <X aria-hidden className="size-3 text-ink-muted" />
                <span className="sr-only">(remove this filter)</span>
              </button>
            </li>
          ))}
          {onClear !== undefined && (
            <li>
              <button
                type="button"
                onClick={onClear}
                className="h-6.5 rounded-control px-2 text-12 font-medium text-accent hover:bg-accent-soft"
              >
                Clear all
              </button>
            </li>
          )}
        </ul>
      )}
    </search>
  );
}
