import { ArrowLeft, ArrowRight } from 'lucide-react';
import Link from 'next/link';

interface Neighbour {
  readonly href: string;
  readonly title: string;
}

/** The way back and the way on. */
export function DocsPager({
  previous,
  next,
}: {
  previous?: Neighbour | undefined;
  next?: Neighbour | undefined;
}) {
  return (
    <nav
      aria-label="Neighbouring pages"
      className="mt-14 flex justify-between gap-4 border-t border-line pt-5"
    >
      {previous ? (
        <Link
          href={previous.href}
          className="inline-flex min-h-8 items-center gap-2 font-medium text-ink-soft hover:text-accent"
        >
          <ArrowLeft aria-hidden className="size-4" />
          <span className="sr-only">Previous: </span>
          {previous.title}
        </Link>
      ) : (
        <span />
      )}
      {next && (
        <Link
          href={next.href}
          className="inline-flex min-h-8 items-center gap-2 text-right font-medium text-accent hover:text-accent-strong"
        >
          <span className="sr-only">Next: </span>
          {next.title}
          <ArrowRight aria-hidden className="size-4" />
        </Link>
      )}
    </nav>
  );
}
