import type { Metadata } from 'next';
import { AuthShell } from '@/components/auth/auth-shell';
import { InvitationForm } from '@/components/auth/invitation-form';
import { ButtonLink } from '@/components/ui/button';
import { readInvitation } from '@/lib/partners';

export const metadata: Metadata = { title: 'Join a team', referrer: 'no-referrer' };

export default async function InvitationPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const { token } = await searchParams;
  const invitation = typeof token === 'string' ? await readInvitation(token) : null;
  if (typeof token !== 'string' || !invitation) {
    return (
      <AuthShell title="This invitation is over" content={<ButtonLink href="/sign-in">Sign in</ButtonLink>}>
        It was used, withdrawn, or is too old. Ask whoever invited you for a new one.
      </AuthShell>
    );
  }
  return (
    <AuthShell
      title={`Join ${invitation.partner_name}`}
      content={<InvitationForm token={token} email={invitation.email} hasAccount={invitation.has_account} />}
    >
      The invitation is for {invitation.email}.
    </AuthShell>
  );
}
