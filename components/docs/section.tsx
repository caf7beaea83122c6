import type { ReactNode } from 'react';

/** A heading that can be linked to. */
export function SectionHeading({ id, children }: { id: string; children: ReactNode }) {
  return (
    <h2 id={id} className="group">
      {children}{' '}
      <a
        href={`#${id}`}
        aria-label="Link to this section"
        className="inline-flex size-6 items-center justify-center rounded-control text-ink-muted opacity-0 transition-opacity group-hover:opacity-100 hover:text-accent focus-visible:opacity-100"
      >
        #
      </a>
    </h2>
  );
}
