import type { ReactNode } from 'react';

interface MessagePageProps {
  /** What kind of page this is: "404", "Error". */
  readonly label: string;
  /** What happened. */
  readonly title: string;
  /** Why, and what to do. */
  readonly children: ReactNode;
  readonly actions: ReactNode;
}

/** A page that has only something to say: what happened, why, what to do. */
export function MessagePage({ label, title, children, actions }: MessagePageProps) {
  return (
    <main
      id="content"
      className="mx-auto flex min-h-[70dvh] max-w-prose flex-col justify-center px-4 py-16 sm:px-6"
    >
      <p className="font-mono text-13 text-ink-muted">{label}</p>
      <h1 className="mt-2 font-display text-28 font-semibold tracking-[-0.01em] text-balance">{title}</h1>
      <div className="mt-3 space-y-3 text-16 text-ink-soft">{children}</div>
      <div className="mt-6 flex flex-wrap gap-2">{actions}</div>
    </main>
  );
}
