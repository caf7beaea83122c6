'use client';
import { Menu as Primitive } from '@base-ui/react/menu';
import { Check, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names';
import { floatingSurface } from './floating';

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly align?: 'start' | 'end';
  readonly children: ReactNode;
}

/** A list of acts or places behind a button. */
export function Menu({ trigger, align = 'start', children }: MenuProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger render={trigger} />
      <Primitive.Portal>
        <Primitive.Positioner sideOffset={6} align={align} collisionPadding={8} className="z-50">
          <Primitive.Popup
            className={classNames(
              floatingSurface,
              'max-h-(--available-height) max-w-[min(22rem,calc(100vw-1rem))] min-w-52 overflow-y-auto p-1',
            )}
          >
            {children}
          </Primitive.Popup>
        </Primitive.Positioner>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

const item =
  'flex min-h-8 cursor-default items-center gap-2.5 rounded-control px-2.5 py-1 outline-none select-none data-highlighted:bg-sunken';

interface MenuItemProps {
  readonly icon?: LucideIcon;
  /** Goes there instead of acting here. */
  readonly href?: string;
  readonly onSelect?: () => void;
  readonly danger?: boolean;
  /** The one of several that is chosen. */
  readonly current?: boolean;
  readonly children: ReactNode;
}

export function MenuItem({ icon: Icon, href, onSelect, danger, current, children }: MenuItemProps) {
  const className = classNames(item, danger ? 'text-danger' : 'text-ink');
  const content = (
    <>
      {Icon !== undefined && (
        <Icon aria-hidden className={classNames('size-4 shrink-0', !danger && 'text-ink-muted')} />
      )}
      <span className="min-w-0 flex-1">{children}</span>
      {current === true && (
        <>
          <Check aria-hidden className="size-4 shrink-0 text-accent" />
          <span className="sr-only">(chosen)</span>
        </>
      )}
    </>
  );
  if (href !== undefined) {
    return (
      <Primitive.LinkItem closeOnClick className={className} render={<Link href={href} prefetch={false} />}>
        {content}
      </Primitive.LinkItem>
    );
  }
  return (
    <Primitive.Item className={className} onClick={onSelect}>
      {content}
    </Primitive.Item>
  );
}

/** Some items that belong together, under a word of their own. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Primitive.Group>
      <Primitive.GroupLabel className="px-2.5 pt-2 pb-1 text-12 font-medium text-ink-muted">
        {label}
      </Primitive.GroupLabel>
      {children}
    </Primitive.Group>
  );
}

export function MenuSeparator() {
  return <Primitive.Separator className="-mx-1 my-1 h-px bg-line" />;
}
