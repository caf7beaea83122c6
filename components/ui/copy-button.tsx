'use client';
import { Check, Copy } from 'lucide-react';
import { useCopy } from './use-copy';

/** Copies `text` and says so, to the eye and to a screen reader. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const { outcome, announcement, copy } = useCopy();
  const Icon = outcome === 'copied' ? Check : Copy;
  return (
    <>
      <button
        type="button"
        onClick={() => copy(text)}
        aria-label={`Copy ${what}`}
        className="inline-flex h-7 items-center gap-1.5 rounded-control px-2 font-sans text-12 font-medium text-ink-muted transition-colors hover:bg-line hover:text-ink"
      >
        <Icon aria-hidden className="size-3.5" />
        <span aria-hidden>{outcome === 'idle' ? 'Copy' : announcement}</span>
      </button>
      <span role="status" className="sr-only">
        {announcement}
      </span>
    </>
  );
}
