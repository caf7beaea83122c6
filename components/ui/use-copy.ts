import { useEffect, useState } from 'react';

type Outcome = 'idle' | 'copied' | 'refused';

const announcements: Record<Outcome, string> = {
  idle: '',
  copied: 'Copied',
  refused: 'The browser refused to copy; select the text instead',
};

/** Copies a text and says for a moment whether that worked. */
export function useCopy() {
  const [outcome, setOutcome] = useState<Outcome>('idle');

  useEffect(() => {
    if (outcome === 'idle') return;
    const timer = setTimeout(() => setOutcome('idle'), 2_500);
    return () => clearTimeout(timer);
  }, [outcome]);

  function copy(text: string): void {
    // Outside a secure context there is no clipboard at all.
    const writing =
      (navigator.clipboard as Clipboard | undefined)?.writeText(text) ?? Promise.reject(new Error());
    writing.then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    );
  }

  return { outcome, announcement: announcements[outcome], copy };
}
