import { ChevronRight } from 'lucide-react';
import Link from 'next/link';

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

/** Where this page lies; the page itself is the heading below it. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className="flex flex-wrap items-center gap-x-1 text-13 text-ink-muted">
        {crumbs.map(({ label, href }) => (
          <li key={href} className="flex items-center gap-x-1">
            <Link
              href={href}
              className="inline-flex h-6 items-center rounded-control hover:text-ink hover:underline"
            >
              {label}
            </Link>
            <ChevronRight aria-hidden className="size-3.5" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
