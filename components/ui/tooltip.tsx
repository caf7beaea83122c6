'use client';
import { Tooltip as Primitive } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';

interface TooltipProps {
  /** A word or two more; never the only place where something is said. */
  readonly text: string;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  /** What it explains: something that takes the focus and has a name of its own. */
  readonly children: ReactElement;
}

export function Tooltip({ text, side = 'top', children }: TooltipProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger delay={300} render={children} />
      <Primitive.Portal>
        <Primitive.Positioner side={side} sideOffset={6} collisionPadding={8} className="z-50">
          <Primitive.Popup className="max-w-64 rounded-control bg-ink px-2 py-1 text-12 text-paper shadow-float transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
            {text}
          </Primitive.Popup>
        </Primitive.Positioner>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
