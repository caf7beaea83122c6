'use client';
// The frame of an act with a form in it: names the object and the consequence; closing it changes nothing.
import { Dialog } from '@base-ui/react/dialog';
import { useState, type ReactElement, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { backdrop, floatingSurface } from '@/components/ui/floating';
import { FormSubmit } from '@/components/ui/form';

interface ActDialogProps {
  readonly trigger: ReactElement;
  readonly title: string;
  readonly description: ReactNode;
  /** The form; made anew each time, so that nothing typed for another moment is left in it. */
  readonly children: (close: () => void) => ReactNode;
}

export function ActDialog({ trigger, title, description, children }: ActDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    // A stray click beside it must not lose what was typed.
    <Dialog.Root open={open} onOpenChange={setOpen} disablePointerDismissal>
      <Dialog.Trigger render={trigger} />
      <Dialog.Portal>
        <Dialog.Backdrop className={backdrop} />
        <Dialog.Popup
          className={classNames(
            floatingSurface,
            'fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-[min(32rem,calc(100vw-2rem))] -translate-1/2 overflow-y-auto p-5',
          )}
        >
          <Dialog.Title className="text-16 font-semibold wrap-anywhere">{title}</Dialog.Title>
          <Dialog.Description render={<div />} className="mt-1 text-ink-soft">
            {description}
          </Dialog.Description>
          <div className="mt-4">{children(() => setOpen(false))}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface ActButtonsProps {
  readonly onCancel: () => void;
  readonly pendingLabel: string;
  readonly children: string;
}

/** The end of such a form: the way out, and the act. */
export function ActButtons({ onCancel, pendingLabel, children }: ActButtonsProps) {
  return (
    <div className="flex flex-wrap justify-end gap-2 pt-1">
      <Button variant="quiet" onClick={onCancel}>
        Cancel
      </Button>
      <FormSubmit pendingLabel={pendingLabel}>{children}</FormSubmit>
    </div>
  );
}
