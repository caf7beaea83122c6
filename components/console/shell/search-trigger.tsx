'use client';
import { Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import type { ShellProject } from './shell-facts';

const CommandPalette = dynamic(() => import('./command-palette'), { ssr: false });

interface SearchTriggerProps {
  readonly projects: readonly ShellProject[];
  readonly current: ShellProject | undefined;
}

/** Opens the palette, by a press or by Ctrl/Cmd-K. */
export function SearchTrigger(props: SearchTriggerProps) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setWanted(true);
      setOpen(true); // pressed again while it is being fetched, it must not close
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  return (
    <>
      <button
        type="button"
        aria-label="Search or paste an id"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
        className="flex h-9 shrink-0 items-center gap-2 rounded-control text-ink-muted hover:text-ink max-lg:w-9 max-lg:justify-center max-lg:hover:bg-sunken lg:w-64 lg:border lg:border-line-control lg:bg-surface lg:px-3"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span aria-hidden className="flex-1 text-left max-lg:hidden">
          Search or paste an id
        </span>
        <kbd aria-hidden className="text-12 max-lg:hidden">
          Ctrl K
        </kbd>
      </button>
      {wanted && <CommandPalette {...props} open={open} onOpenChange={setOpen} />}
    </>
  );
}
