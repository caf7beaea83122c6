// The button of a surface (menu, dialog, popover) is there with the page; the surface's code comes when it is first
// asked for, so that no page carries it in its first load.
import { cloneElement, useState, type ComponentProps, type KeyboardEvent, type ReactElement } from 'react';

/** What a surface has to know of the button that opened it. */
export interface SurfaceState {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** The button: the surface stands beside it, and gives it back the focus. */
  readonly anchor: Element | null;
}

interface SurfaceOptions {
  readonly trigger: ReactElement;
  readonly kind: 'menu' | 'dialog';
  /** Fetches the surface's code; called when the pointer or the focus comes near. */
  readonly load: () => Promise<unknown>;
}

interface SummonedSurface extends SurfaceState {
  readonly button: ReactElement;
  /** It was asked for once; from then on it stays mounted, so that it can close gently. */
  readonly wanted: boolean;
}

export function useSurface({ trigger, kind, load }: SurfaceOptions): SummonedSurface {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const [anchor, setAnchor] = useState<Element | null>(null);

  function onOpenChange(next: boolean) {
    if (next) setWanted(true);
    setOpen(next);
  }

  const fetchAhead = () => void load();
  const button = cloneElement(trigger as ReactElement<ComponentProps<'button'>>, {
    ref: setAnchor,
    'aria-haspopup': kind,
    'aria-expanded': open,
    onPointerEnter: fetchAhead,
    onFocus: fetchAhead,
    onClick: () => onOpenChange(!open),
    ...(kind === 'menu' && {
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        onOpenChange(true);
      },
    }),
  });
  return { open, onOpenChange, anchor, button, wanted };
}
