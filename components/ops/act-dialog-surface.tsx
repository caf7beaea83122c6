'use client';
// What an act's dialog shows once it is asked for.
import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { backdrop, floatingSurface } from '@/components/ui/floating';
import type { SurfaceState } from '@/components/ui/use-surface';

export interface Act {
  readonly title: string;
  readonly description: ReactNode;
  /** The form; made anew each time, so that nothing typed for another moment is left in it. */
  readonly children: (close: () => void) => ReactNode;
}

export default function ActDialogSurface({
  title,
  description,
  children,
  open,
  onOpenChange,
  anchor,
}: Act & SurfaceState) {
  return (
    // A stray click beside it must not lose what was typed.
    <Dialog.Root open={open} onOpenChange={onOpenChange} disablePointerDismissal>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdrop} />
        <Dialog.Popup
          finalFocus={() => anchor as HTMLElement | null}
          className={classNames(
            floatingSurface,
            'fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-[min(32rem,calc(100vw-2rem))] -translate-1/2 overflow-y-auto p-5',
          )}
        >
          <Dialog.Title className="text-16 font-semibold wrap-anywhere">{title}</Dialog.Title>
          <Dialog.Description render={<div />} className="mt-1 text-ink-soft">
            {description}
          </Dialog.Description>
          <div className="mt-4">{children(() => onOpenChange(false))}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
