'use client';
// What a popover opens. Loaded when one is first asked for.
import { Popover as Primitive } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { floatingSurface } from './floating';
import type { SurfaceState } from './use-surface';

export interface PopoverContent {
  /** Names the surface; drawn on top of it. */
  readonly title: string;
  readonly align?: 'start' | 'center' | 'end';
  readonly children: ReactNode;
}

export default function PopoverSurface({
  open,
  onOpenChange,
  anchor,
  title,
  align = 'start',
  children,
}: SurfaceState & PopoverContent) {
  return (
    <Primitive.Root
      open={open}
      onOpenChange={(next, { event }) => {
        // A press on the button itself closes it by the button's own act; here it would open again.
        if (!next && event.target instanceof Node && anchor?.contains(event.target)) return;
        onOpenChange(next);
      }}
    >
      <Primitive.Portal>
        <Primitive.Positioner
          anchor={anchor}
          sideOffset={6}
          align={align}
          collisionPadding={8}
          className="z-50"
        >
          <Primitive.Popup
            finalFocus={() => anchor as HTMLElement | null}
            className={classNames(floatingSurface, 'w-72 max-w-[calc(100vw-1rem)] p-4')}
          >
            <Primitive.Title className="font-semibold">{title}</Primitive.Title>
            <div className="mt-2 text-ink-soft">{children}</div>
          </Primitive.Popup>
        </Primitive.Positioner>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
