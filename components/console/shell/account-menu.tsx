'use client';
import { LogOut, ScrollText, ShieldCheck, Users } from 'lucide-react';
import { Menu, MenuGroup, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { ThemeSwitch } from '@/components/ui/theme-switch';
import { signOut } from '@/components/shell/sign-out';
import { initialsOf } from './initials';
import { roleNames } from './roles';
import type { ShellFacts } from './shell-facts';

export function AccountMenu({ facts, theme }: { facts: ShellFacts; theme: string | undefined }) {
  const { person, partner, role } = facts;
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={`Account of ${person.name}`}
          className="flex size-9 shrink-0 items-center justify-center rounded-full"
        >
          <span className="flex size-7.5 items-center justify-center rounded-full bg-accent-soft text-12 font-semibold text-accent">
            {initialsOf(person.name)}
          </span>
        </button>
      }
    >
      <div className="px-2.5 py-2">
        <p className="truncate font-medium">{person.name}</p>
        <p className="truncate text-13 text-ink-muted">{person.email}</p>
      </div>
      <MenuSeparator />
      <MenuGroup label={`${partner.name} · ${roleNames[role]}`}>
        <MenuItem icon={Users} href="/console/team">
          Team
        </MenuItem>
        <MenuItem icon={ScrollText} href="/console/audit">
          Audit
        </MenuItem>
        <MenuItem icon={ShieldCheck} href="/console/security">
          Your security
        </MenuItem>
      </MenuGroup>
      <MenuSeparator />
      <div className="flex items-center justify-between gap-4 px-2.5 py-1.5">
        <span>Theme</span>
        <ThemeSwitch initial={theme} />
      </div>
      <MenuSeparator />
      <MenuItem icon={LogOut} onSelect={() => void signOut('partner')}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
