import { cookies } from 'next/headers';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { requireStaffSession } from '@/app/session';
import { OpsShell } from '@/components/ops/shell/ops-shell';
import { ConsoleProviders } from '@/components/shell/console-providers';
import { themeCookie } from '@/components/ui/theme';
import { readStanding } from './standing';

export const metadata: Metadata = {
  title: { default: 'Operations', template: '%s · Credicorp operations' },
  robots: { index: false },
};

/** The frame around the dashboard; signing in and enrolling stand outside of it, in (auth). Each page asks for itself. */
export default async function OpsLayout({ children }: { children: ReactNode }) {
  const { person, role } = await requireStaffSession();
  return (
    <ConsoleProviders console="ops" hasTotp>
      <OpsShell
        person={{ name: person.name, email: person.email, role }}
        standing={await readStanding(person.id)}
        theme={(await cookies()).get(themeCookie)?.value}
      >
        {children}
      </OpsShell>
    </ConsoleProviders>
  );
}
