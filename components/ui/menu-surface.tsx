'use client';
// What a menu opens. Loaded when a menu is first asked for.
import { Menu as Primitive } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { floatingSurface } from './floating';
import { MenuPartsContext, type MenuParts } from './menu-parts';
import type { SurfaceState } from './use-surface';

const { Item, LinkItem, Group, GroupLabel, Separator } = Primitive;
const parts: MenuParts = { Item, LinkItem, Group, GroupLabel, Separator };

interface MenuSurfaceProps extends SurfaceState {
  readonly align: 'start' | 'end';
  readonly children: ReactNode;
}

export default function MenuSurface({ open, onOpenChange, anchor, align, children }: MenuSurfaceProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
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
            className={classNames(
              floatingSurface,
              'max-h-(--available-height) max-w-[min(22rem,calc(100vw-1rem))] min-w-52 overflow-y-auto p-1',
            )}
          >
            <MenuPartsContext value={parts}>{children}</MenuPartsContext>
          </Primitive.Popup>
        </Primitive.Positioner>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
