'use client';
import { Popover as Primitive } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names';
import { floatingSurface } from './floating';

interface PopoverProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  /** Names the surface; drawn on top of it. */
  readonly title: string;
  readonly align?: 'start' | 'center' | 'end';
  readonly children: ReactNode;
}

/** A small surface beside its button: more filters, an explanation with a link. */
export function Popover({ trigger, title, align = 'start', children }: PopoverProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger render={trigger} />
      <Primitive.Portal>
        <Primitive.Positioner sideOffset={6} align={align} collisionPadding={8} className="z-50">
          <Primitive.Popup className={classNames(floatingSurface, 'w-72 max-w-[calc(100vw-1rem)] p-4')}>
            <Primitive.Title className="font-semibold">{title}</Primitive.Title>
            <div className="mt-2 text-ink-soft">{children}</div>
          </Primitive.Popup>
        </Primitive.Positioner>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
