import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  /** One sentence. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a console page under its own heading. */
export function Section({ title, lead, actions, children }: SectionProps) {
  return (
    <section aria-label={title} className="mt-10 first:mt-0">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h2 className="text-16 font-semibold">{title}</h2>
          {lead !== undefined && <p className="max-w-[72ch] text-ink-muted">{lead}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
