'use client';
// The panel itself. Loaded when it first opens.
import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { backdrop } from './floating';

export interface SidePanelProps {
  readonly open: boolean;
  /** Called for Escape, the cross and a click beside it; the caller changes the URL. */
  readonly onClose: () => void;
  readonly title: string;
  /** Under the title: an id, a time. */
  readonly subtitle?: ReactNode;
  readonly side?: 'left' | 'right';
  readonly width?: 'narrow' | 'wide';
  readonly children: ReactNode;
}

export default function SidePanelSurface({
  open,
  onClose,
  title,
  subtitle,
  side = 'right',
  width = 'wide',
  children,
}: SidePanelProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdrop} />
        <Dialog.Popup
          className={classNames(
            'fixed inset-y-0 z-50 flex flex-col border-line bg-surface text-14 text-ink shadow-float outline-none transition-transform',
            side === 'right'
              ? 'right-0 border-l data-ending-style:translate-x-full data-starting-style:translate-x-full'
              : 'left-0 border-r data-ending-style:-translate-x-full data-starting-style:-translate-x-full',
            width === 'wide' ? 'w-full sm:w-[min(40rem,90vw)]' : 'w-[min(18rem,85vw)]',
          )}
        >
          <header className="flex items-start justify-between gap-4 border-b border-line px-5 py-3.5">
            <div className="min-w-0">
              <Dialog.Title className="truncate text-16 font-semibold">{title}</Dialog.Title>
              {subtitle !== undefined && <div className="text-13 text-ink-muted">{subtitle}</div>}
            </div>
            <Dialog.Close
              aria-label="Close"
              className="-mr-1.5 flex size-8 shrink-0 items-center justify-center rounded-control text-ink-muted hover:bg-sunken hover:text-ink"
            >
              <X aria-hidden className="size-4.5" />
            </Dialog.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto p-5">{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
