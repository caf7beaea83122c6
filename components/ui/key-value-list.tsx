import type { ReactNode } from 'react';

interface KeyValueListProps {
  readonly items: readonly { readonly name: string; readonly value: ReactNode }[];
}

/** The facts of one thing, name beside value; under each other where it is narrow. */
export function KeyValueList({ items }: KeyValueListProps) {
  return (
    <div className="@container">
      <dl className="divide-y divide-line">
        {items.map(({ name, value }) => (
          <div key={name} className="grid gap-x-4 py-2 @sm:grid-cols-[minmax(8rem,12rem)_minmax(0,1fr)]">
            <dt className="text-ink-muted">{name}</dt>
            <dd className="min-w-0 wrap-anywhere text-ink">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
