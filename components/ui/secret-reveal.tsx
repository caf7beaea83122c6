'use client';
import { Check, Copy, Download, KeyRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button';
import { Checkbox } from './choice';
import { useCopy } from './use-copy';

interface SecretRevealProps {
  readonly title: string;
  /** What stands beside the secret, unhidden: the client id. */
  readonly facts?: readonly { readonly name: string; readonly value: string }[];
  readonly secret: { readonly name: string; readonly value: string };
  /** Text and name of the file that “Download .env” saves. */
  readonly file: { readonly name: string; readonly text: string };
  /** What the last button says and does, once the reader says that it is stored. */
  readonly doneLabel: string;
  readonly onStored: () => void;
}

function download({ name, text }: SecretRevealProps['file']): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Shows a secret the one time it can be shown. Leaving the page before “I stored it” asks first. */
export function SecretReveal({ title, facts = [], secret, file, doneLabel, onStored }: SecretRevealProps) {
  const [stored, setStored] = useState(false);
  const { outcome, announcement, copy } = useCopy();
  const Icon = outcome === 'copied' ? Check : Copy;

  useEffect(() => {
    if (stored) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [stored]);

  return (
    <section aria-label={title} className="rounded-surface border border-accent/40 bg-surface">
      <div className="flex items-start gap-3 border-b border-line bg-accent-soft px-5 py-4">
        <KeyRound aria-hidden className="mt-0.5 size-4.5 shrink-0 text-accent" />
        <div>
          <p className="font-semibold text-ink">{title}</p>
          <p className="text-ink-soft">
            We keep only a fingerprint of the secret. This is the one time it is shown.
          </p>
        </div>
      </div>
      <dl className="divide-y divide-line px-5">
        {[...facts, secret].map(({ name, value }) => (
          <div key={name} className="grid gap-x-4 gap-y-0.5 py-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <dt className="text-13 leading-5.5 text-ink-muted">{name}</dt>
            <dd className="min-w-0 font-mono text-13 leading-5.5 break-all text-ink select-all">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap items-center gap-2 border-t border-line px-5 py-4">
        <Button onClick={() => copy(secret.value)}>
          <Icon aria-hidden className="size-4" />
          {outcome === 'idle' ? 'Copy secret' : announcement}
        </Button>
        <Button onClick={() => download(file)}>
          <Download aria-hidden className="size-4" />
          Download .env
        </Button>
        <span role="status" className="sr-only">
          {announcement}
        </span>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-5 py-4">
        <Checkbox
          label="I stored it"
          checked={stored}
          onChange={(event) => setStored(event.target.checked)}
        />
        <Button variant="primary" disabled={!stored} onClick={onStored}>
          {doneLabel}
        </Button>
      </div>
    </section>
  );
}
