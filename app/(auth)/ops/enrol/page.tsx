import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AuthShell } from '@/components/auth/auth-shell';
import { EnrolForm } from '@/components/auth/enrol-form';
import { OpsHeader } from '@/components/auth/ops-header';
import { ConsoleProviders } from '@/components/shell/console-providers';

export const metadata: Metadata = { title: 'Enrol', robots: { index: false }, referrer: 'no-referrer' };

export default async function EnrolPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const { token } = await searchParams;
  if (typeof token !== 'string') notFound();
  return (
    <>
      <OpsHeader />
      <ConsoleProviders console="ops" hasTotp>
        <AuthShell title="Enrol in operations" content={<EnrolForm token={token} />}>
          A password and an authenticator app; staff have both, always.
        </AuthShell>
      </ConsoleProviders>
    </>
  );
}
