import type { Metadata } from 'next';
import { requireStaffSession } from '@/app/session';
import { SessionList } from '@/components/console/security/session-list';
import { Passkeys } from '@/components/ops/security/passkeys';
import { RenewRecoveryCodes } from '@/components/ops/security/renew-recovery-codes';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { listPasskeys, listSessions } from '@/lib/auth';

export const metadata: Metadata = { title: 'Your security' };

export default async function OpsSecurityPage() {
  const session = await requireStaffSession();
  return (
    <>
      <PageHeader title="Your security">
        How {session.person.email} signs in, and where you are signed in now.
      </PageHeader>
      <Section id="passkeys" title="Passkeys">
        <Card>
          <Passkeys initial={await listPasskeys({ session })} />
        </Card>
      </Section>
      <Section id="second-factor" title="Authenticator app">
        <Card>
          <RenewRecoveryCodes />
        </Card>
      </Section>
      <Section id="sessions" title="Sessions">
        <SessionList sessions={await listSessions({ session })} path="/api/ops/auth/sessions" />
      </Section>
    </>
  );
}
