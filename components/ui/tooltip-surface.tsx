'use client';
// What a tooltip opens. Loaded when one is first asked for.
import { Tooltip as Primitive } from '@base-ui/react/tooltip';
import type { SurfaceState } from './use-surface';

interface TooltipSurfaceProps extends SurfaceState {
  readonly text: string;
  readonly side: 'top' | 'right' | 'bottom' | 'left';
}

export default function TooltipSurface({ open, onOpenChange, anchor, text, side }: TooltipSurfaceProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Positioner
          anchor={anchor}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50"
        >
          <Primitive.Popup className="max-w-64 rounded-control bg-ink px-2 py-1 text-12 text-paper shadow-float transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
            {text}
          </Primitive.Popup>
        </Primitive.Positioner>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
