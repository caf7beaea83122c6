import type { ReactNode } from 'react';

export interface ContentsEntry {
  readonly id: string;
  readonly title: string;
}

interface DocsArticleProps {
  readonly title: string;
  /** The title is code, not words. */
  readonly mono?: boolean;
  /** The text takes the room of the contents beside it. */
  readonly wide?: boolean;
  /** What the reader has after it, in a sentence or two. */
  readonly lead: ReactNode;
  /** The sections, in order; each has a `Section` of the same id. */
  readonly contents?: readonly ContentsEntry[];
  readonly children: ReactNode;
  /** What follows the text: the way on. */
  readonly after?: ReactNode;
}

/** One page of the documentation, with its contents beside it where there is room. */
export function DocsArticle({
  title,
  mono = false,
  wide = false,
  lead,
  contents = [],
  children,
  after,
}: DocsArticleProps) {
  return (
    <div className={wide ? undefined : 'gap-12 xl:grid xl:grid-cols-[minmax(0,1fr)_11rem]'}>
      <article className="min-w-0 py-8 lg:py-10">
        <header className="max-w-prose">
          <h1
            className={
              mono
                ? 'font-mono text-20 font-semibold tracking-[-0.02em] break-words sm:text-28'
                : 'font-display text-28 font-semibold tracking-[-0.015em] text-balance sm:text-40'
            }
          >
            {title}
          </h1>
          <p className="mt-3 text-16 text-ink-muted sm:text-[1.0625rem]">{lead}</p>
        </header>
        <div className="prose mt-8">{children}</div>
        {after}
      </article>
      {contents.length > 1 && (
        <nav aria-label="On this page" className="sticky top-14 hidden self-start py-11 xl:block">
          <p className="text-12 font-medium text-ink-muted">On this page</p>
          <ul className="mt-2 border-l border-line">
            {contents.map((entry) => (
              <li key={entry.id}>
                <a
                  href={`#${entry.id}`}
                  className="-ml-px flex min-h-7 items-center border-l border-transparent pl-3 text-13 text-ink-soft hover:border-accent hover:text-accent"
                >
                  {entry.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}
