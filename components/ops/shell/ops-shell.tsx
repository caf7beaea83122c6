'use client';
// The frame of the operations dashboard: dark ink at all times, so that nobody mistakes it for the partner console.
import {
  Banknote,
  Building2,
  LogOut,
  Menu as MenuIcon,
  OctagonX,
  Scale,
  ScrollText,
  ShieldCheck,
  SlidersHorizontal,
  UserCog,
} from 'lucide-react';
import Link from 'next/link';
import { useState, type ReactNode } from 'react';
import { useStanding, type Standing } from '@/components/ops/money-out/use-money-out';
import { NavList, type NavItem } from '@/components/shell/nav-list';
import { signOut } from '@/components/shell/sign-out';
import { BrandMark } from '@/components/ui/brand-mark';
import { Menu, MenuGroup, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { SidePanel } from '@/components/ui/side-panel';
import { ThemeSwitch } from '@/components/ui/theme-switch';
import { StopBanner } from './stop-banner';

interface OpsShellProps {
  readonly person: { readonly name: string; readonly email: string; readonly role: string };
  /** What waits for this very person, and what is stopped, as the page found it. */
  readonly standing: Standing;
  readonly theme: string | undefined;
  readonly children: ReactNode;
}

const places = [
  { label: 'Money out', href: '/ops/disbursements', icon: Banknote },
  { label: 'Partners', href: '/ops/partners', icon: Building2 },
  { label: 'Reconciliation', href: '/ops/reconciliation', icon: Scale },
  { label: 'Stop and start', href: '/ops/money-out', icon: OctagonX },
  { label: 'Limits', href: '/ops/limits', icon: SlidersHorizontal },
  { label: 'Staff', href: '/ops/staff', icon: UserCog },
  { label: 'Audit', href: '/ops/audit', icon: ScrollText },
] as const satisfies readonly NavItem[];

const headerButton =
  'flex h-8 shrink-0 items-center justify-center gap-2 rounded-control px-2 text-ops-ink hover:bg-ops-ink/10 focus-visible:outline-ops-ink';

export function OpsShell({ person, standing, theme, children }: OpsShellProps) {
  const [sheet, setSheet] = useState(false);
  const { waiting_for_me: waitingForMe, stops } = useStanding(standing);
  const items = places.map((place) =>
    place.href === '/ops/disbursements' ? { ...place, count: waitingForMe } : place,
  );
  return (
    <div className="min-h-dvh">
      <header className="sticky top-0 z-30 bg-ops text-ops-ink print:hidden">
        <div className="flex h-12 items-center justify-between gap-2 px-2 sm:px-3">
          <div className="flex min-w-0 items-center gap-1">
            <button
              type="button"
              aria-label="Open navigation"
              onClick={() => setSheet(true)}
              className={`${headerButton} w-8 md:hidden`}
            >
              <MenuIcon aria-hidden className="size-5" />
            </button>
            <Link
              href="/ops"
              className="flex h-8 items-center gap-2 rounded-control px-1.5 font-semibold tracking-[-0.01em] focus-visible:outline-ops-ink"
            >
              <BrandMark />
              Credicorp
              <span className="font-normal text-ops-muted">Operations</span>
            </Link>
          </div>
          <Menu
            align="end"
            trigger={
              <button type="button" aria-label={`Account of ${person.name}`} className={headerButton}>
                <span className="max-w-40 truncate max-sm:hidden">{person.name}</span>
                <span className="rounded-control border border-ops-muted/50 px-1.5 text-12 text-ops-muted">
                  {person.role}
                </span>
              </button>
            }
          >
            <MenuGroup label={person.email}>
              <div className="flex items-center justify-between gap-4 px-2.5 py-1.5">
                <span>Theme</span>
                <ThemeSwitch initial={theme} />
              </div>
            </MenuGroup>
            <MenuSeparator />
            <MenuItem icon={ShieldCheck} href="/ops/security">
              Security
            </MenuItem>
            <MenuItem icon={LogOut} onSelect={() => void signOut('ops')}>
              Sign out
            </MenuItem>
          </Menu>
        </div>
        <StopBanner stops={stops} />
      </header>
      <div className="flex">
        <aside
          aria-label="Navigation"
          className="sticky top-12 h-[calc(100dvh-3rem)] w-52 shrink-0 overflow-y-auto border-r border-line p-2.5 max-md:hidden print:hidden"
        >
          <NavList label="Operations" items={items} compact />
        </aside>
        <main id="content" className="min-w-0 flex-1 px-4 py-5 sm:px-6 print:p-0">
          {children}
        </main>
      </div>
      <SidePanel open={sheet} onClose={() => setSheet(false)} title="Navigation" side="left" width="narrow">
        <NavList label="Operations" items={items} onNavigate={() => setSheet(false)} />
      </SidePanel>
    </div>
  );
}
