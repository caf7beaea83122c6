'use client';
// The left navigation of a console: words and icons, or icons alone with their words as tooltips.
import type { LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState, type ReactElement } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Tooltip } from '@/components/ui/tooltip';

export interface NavItem {
  readonly label: string;
  readonly href: string;
  readonly icon: LucideIcon;
  /** How many things wait for this very person; nothing is drawn for none. */
  readonly count?: number;
  /** Is here on its own page only, not on those below it. */
  readonly exact?: boolean;
}

interface NavListProps {
  readonly label: string;
  /** Drawn above the items. */
  readonly heading?: string;
  readonly items: readonly NavItem[];
  readonly collapsed?: boolean;
  readonly compact?: boolean;
  readonly onNavigate?: () => void;
}

function isHere(pathname: string, { href, exact }: NavItem): boolean {
  return pathname === href || (exact !== true && pathname.startsWith(`${href}/`));
}

function NavLink({
  item,
  here,
  collapsed,
  compact,
  onNavigate,
}: Omit<NavListProps, 'items' | 'label'> & { item: NavItem; here: boolean }) {
  const { label, href, icon: Icon, count = 0 } = item;
  // A page is fetched ahead when the pointer or the focus comes near, not a dozen of them with every page.
  const [near, setNear] = useState(false);
  const link: ReactElement = (
    <Link
      href={href}
      prefetch={near ? null : false}
      onPointerEnter={() => setNear(true)}
      onFocus={() => setNear(true)}
      {...(onNavigate && { onClick: onNavigate })}
      {...(here && { 'aria-current': 'page' as const })}
      className={classNames(
        'flex items-center gap-2.5 rounded-control font-medium transition-colors',
        compact ? 'h-8' : 'h-9',
        collapsed ? 'w-9 justify-center' : 'px-2.5',
        here ? 'bg-accent-soft text-accent' : 'text-ink-soft hover:bg-sunken hover:text-ink',
      )}
    >
      <Icon aria-hidden className="size-4.5 shrink-0" strokeWidth={1.75} />
      <span className={collapsed ? 'sr-only' : 'min-w-0 flex-1 truncate'}>{label}</span>
      {count > 0 && (
        <span
          className={classNames(
            'numeric inline-flex h-5 min-w-5 items-center justify-center rounded-full bg-accent px-1.5 text-12 text-accent-ink',
            collapsed && 'sr-only',
          )}
        >
          {count}
          <span className="sr-only"> waiting for you</span>
        </span>
      )}
    </Link>
  );
  return collapsed ? (
    <Tooltip text={label} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}

export function NavList({ label, heading, items, ...rest }: NavListProps) {
  const pathname = usePathname();
  return (
    <nav aria-label={label}>
      {heading !== undefined && !rest.collapsed && (
        <p className="truncate px-2.5 pb-1 text-12 font-medium text-ink-muted">{heading}</p>
      )}
      <ul className="space-y-0.5">
        {items.map((item) => (
          <li key={item.href}>
            <NavLink item={item} here={isHere(pathname, item)} {...rest} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
