import type { Metadata } from 'next';
import { requireConsoleSession } from '@/app/session';
import { PasswordForm } from '@/components/console/security/password-form';
import { SecondFactor } from '@/components/console/security/second-factor';
import { SessionList } from '@/components/console/security/session-list';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { listSessions } from '@/lib/auth';

export const metadata: Metadata = { title: 'Your security' };

export default async function SecurityPage() {
  const session = await requireConsoleSession();
  const { person } = session;
  return (
    <>
      <PageHeader title="Your security">
        How {person.email} signs in, and where it is signed in now.
      </PageHeader>
      <Section id="second-factor" title="Second factor">
        <Card>
          <SecondFactor hasTotp={person.hasTotp} />
        </Card>
      </Section>
      <Section id="password" title="Password">
        <Card>
          <PasswordForm email={person.email} hasTotp={person.hasTotp} />
        </Card>
      </Section>
      <Section id="sessions" title="Sessions">
        <SessionList sessions={await listSessions({ session })} />
      </Section>
    </>
  );
}
