import type { ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from './breadcrumbs';

interface PageHeaderProps {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  /** Beside the title: a status, a badge. */
  readonly beside?: ReactNode;
  /** One sentence: what this page is for. */
  readonly children?: ReactNode;
  /** At most one primary button. */
  readonly actions?: ReactNode;
  /** A page has one `h1`; the gallery shows more headers. */
  readonly headingLevel?: 1 | 4;
}

/** The top of every console page: its one heading, what it is for, and its act. */
export function PageHeader({ title, crumbs, beside, children, actions, headingLevel = 1 }: PageHeaderProps) {
  const Heading = headingLevel === 1 ? 'h1' : 'h4';
  return (
    <div className="mb-6">
      {crumbs !== undefined && <Breadcrumbs crumbs={crumbs} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Heading className="text-20 font-semibold tracking-[-0.01em] wrap-anywhere">{title}</Heading>
            {beside}
          </div>
          {children !== undefined && <p className="mt-0.5 max-w-[72ch] text-ink-muted">{children}</p>}
        </div>
        {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
