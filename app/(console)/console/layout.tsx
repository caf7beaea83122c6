import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { requireConsoleSession } from '@/app/session';
import { ConsoleShell } from '@/components/console/shell/console-shell';
import { ConsoleProviders } from '@/components/shell/console-providers';
import { navigationCookie } from '@/components/shell/navigation-width';
import { themeCookie } from '@/components/ui/theme';
import { listProjects } from '@/lib/projects';

/** The frame around the console. It asks who is there for its own facts; each page asks again for its own. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { person, partner, role } = await requireConsoleSession();
  const [projects, jar] = await Promise.all([listProjects(partner.id), cookies()]);
  return (
    <ConsoleProviders console="partner" hasTotp={person.hasTotp}>
      <ConsoleShell
        facts={{
          person: { name: person.name, email: person.email },
          partner: { name: partner.name, isSuspended: partner.status === 'suspended' },
          role,
          projects: projects.map(({ id, name, livemode }) => ({ id, name, livemode })),
        }}
        theme={jar.get(themeCookie)?.value}
        collapsedAtFirst={jar.get(navigationCookie)?.value === 'icons'}
      >
        {children}
      </ConsoleShell>
    </ConsoleProviders>
  );
}
