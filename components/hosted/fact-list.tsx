import type { ReactNode } from 'react';

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

interface FactListProps {
  readonly label: string;
  readonly facts: readonly Fact[];
  /** What there is to do about them: "Change". */
  readonly action?: ReactNode;
}

/** A titled list of facts, each on a line of its own. */
export function FactList({ label, facts, action }: FactListProps) {
  return (
    <section aria-label={label} className="rounded-surface border border-line bg-surface">
      <div className="flex items-baseline justify-between gap-4 border-b border-line px-5 py-3">
        <h2 className="font-semibold text-ink">{label}</h2>
        {action}
      </div>
      <dl className="divide-y divide-line px-5">
        {facts.map(({ name, value }) => (
          <div key={name} className="flex items-baseline justify-between gap-6 py-3">
            <dt className="shrink-0 text-ink-muted">{name}</dt>
            <dd className="numeric min-w-0 text-right font-medium wrap-anywhere text-ink">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
