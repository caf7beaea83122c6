'use client';
import { Check, Copy } from 'lucide-react';
import { useCopy } from './use-copy';

/** An id that is copied by pressing it. `what` names it for a screen reader: "request id". */
export function IdChip({ id, what }: { id: string; what: string }) {
  const { outcome, announcement, copy } = useCopy();
  const Icon = outcome === 'copied' ? Check : Copy;
  return (
    <span className="inline-flex max-w-full">
      <button
        type="button"
        onClick={() => copy(id)}
        aria-label={`Copy ${what} ${id}`}
        className="group inline-flex h-6 max-w-full min-w-0 items-center gap-1.5 rounded-control border border-line bg-sunken px-1.5 font-mono text-12 text-ink-soft hover:border-line-control"
      >
        <span className="truncate">{id}</span>
        <Icon aria-hidden className="size-3 shrink-0 text-ink-muted group-hover:text-ink" />
      </button>
      <span role="status" className="sr-only">
        {announcement}
      </span>
    </span>
  );
}
