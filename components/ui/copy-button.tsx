'use client';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';

type Outcome = 'idle' | 'copied' | 'refused';

const announcements: Record<Outcome, string> = {
  idle: '',
  copied: 'Copied',
  refused: 'The browser refused to copy; select the text instead',
};

/** Copies `text` and says so, to the eye and to a screen reader. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [outcome, setOutcome] = useState<Outcome>('idle');

  useEffect(() => {
    if (outcome === 'idle') return;
    const timer = setTimeout(() => setOutcome('idle'), 2_500);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
  }

  const Icon = outcome === 'copied' ? Check : Copy;
  return (
    <>
      <button
        type="button"
        onClick={() => void copy()}
        aria-label={`Copy ${what}`}
        className="inline-flex h-7 items-center gap-1.5 rounded-control px-2 font-sans text-12 font-medium text-ink-muted transition-colors hover:bg-line hover:text-ink"
      >
        <Icon aria-hidden className="size-3.5" />
        <span aria-hidden>{outcome === 'idle' ? 'Copy' : announcements[outcome]}</span>
      </button>
      <span role="status" className="sr-only">
        {announcements[outcome]}
      </span>
    </>
  );
}
