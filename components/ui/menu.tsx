'use client';
import { Check, type LucideIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useContext, type ReactElement, type ReactNode } from 'react';
import { classNames } from './class-names';
import { MenuPartsContext, type MenuParts } from './menu-parts';
import { useSurface } from './use-surface';

const load = () => import('./menu-surface');
const MenuSurface = dynamic(load, { ssr: false });

function useParts(): MenuParts {
  const parts = useContext(MenuPartsContext);
  if (parts === undefined) throw new Error('An item of a menu stands inside a Menu.');
  return parts;
}

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly align?: 'start' | 'end';
  readonly children: ReactNode;
}

/** A list of acts or places behind a button. */
export function Menu({ trigger, align = 'start', children }: MenuProps) {
  const { button, wanted, ...surface } = useSurface({ trigger, kind: 'menu', load });
  return (
    <>
      {button}
      {wanted && (
        <MenuSurface {...surface} align={align}>
          {children}
        </MenuSurface>
      )}
    </>
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
  const { Item, LinkItem } = useParts();
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
      <LinkItem closeOnClick className={className} render={<Link href={href} prefetch={false} />}>
        {content}
      </LinkItem>
    );
  }
  return (
    <Item className={className} onClick={onSelect}>
      {content}
    </Item>
  );
}

/** Some items that belong together, under a word of their own. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  const { Group, GroupLabel } = useParts();
  return (
    <Group>
      <GroupLabel className="px-2.5 pt-2 pb-1 text-12 font-medium text-ink-muted">{label}</GroupLabel>
      {children}
    </Group>
  );
}

export function MenuSeparator() {
  const { Separator } = useParts();
  return <Separator className="-mx-1 my-1 h-px bg-line" />;
}
