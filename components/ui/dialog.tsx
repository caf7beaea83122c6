'use client';
import { Dialog as Primitive } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';

interface DialogProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly title: string;
  /** Names the object and the consequence. */
  readonly description: string;
  readonly children?: ReactNode;
  /** The act; the way out is always there. */
  readonly action: ReactElement;
}

/** Asks before something costly. Focus stays inside, Escape leaves, and the trigger has the focus again afterwards. */
export function Dialog({ trigger, title, description, children, action }: DialogProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger render={trigger} />
      <Primitive.Portal>
        <Primitive.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.15_0.01_70/0.45)] transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Primitive.Popup className="fixed top-1/2 left-1/2 z-50 w-[min(28rem,calc(100vw-2rem))] -translate-1/2 rounded-surface border border-line bg-surface p-5 text-14 text-ink shadow-float transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
          <div className="flex items-start justify-between gap-4">
            <Primitive.Title className="text-16 font-semibold">{title}</Primitive.Title>
            <Primitive.Close
              aria-label="Close"
              className="-mt-1 -mr-1 flex size-7 shrink-0 items-center justify-center rounded-control text-ink-muted hover:bg-sunken hover:text-ink"
            >
              <X aria-hidden className="size-4" />
            </Primitive.Close>
          </div>
          <Primitive.Description className="mt-1 text-ink-soft">{description}</Primitive.Description>
          {children !== undefined && <div className="mt-4">{children}</div>}
          <div className="mt-5 flex justify-end gap-2">
            <Primitive.Close className="h-9 rounded-control px-3.5 font-medium text-ink-soft hover:bg-sunken hover:text-ink">
              Cancel
            </Primitive.Close>
            <Primitive.Close render={action} />
          </div>
        </Primitive.Popup>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
