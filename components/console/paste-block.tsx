'use client';
import { CopyButton } from '@/components/ui/copy-button';

/** Lines made in the browser, to paste into a shell. Code that the server knows goes through CodeBlock. */
export function PasteBlock({ title, code }: { title: string; code: string }) {
  return (
    <figure className="min-w-0 overflow-hidden rounded-surface border border-line bg-sunken">
      <figcaption className="flex h-9 items-center justify-between gap-3 border-b border-line pr-1.5 pl-4 text-12 font-medium text-ink-muted">
        <span className="truncate">{title}</span>
        <CopyButton text={code} what={title} />
      </figcaption>
      <pre
        tabIndex={0}
        role="region"
        aria-label={title}
        className="overflow-x-auto px-4 py-3 text-13 leading-[1.6] text-ink -outline-offset-2"
      >
        <code>{code}</code>
      </pre>
    </figure>
  );
}
