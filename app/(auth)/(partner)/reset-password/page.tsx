import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AuthShell } from '@/components/auth/auth-shell';
import { ResetForm } from '@/components/auth/reset-form';
import { TextLink } from '@/components/ui/text-link';

export const metadata: Metadata = { title: 'Choose a new password', referrer: 'no-referrer' };

export default async function ResetPasswordPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const { token } = await searchParams;
  if (typeof token !== 'string') redirect('/forgot');
  return (
    <AuthShell
      title="Choose a new password"
      content={<ResetForm token={token} />}
      footer={
        <>
          The link is too old? <TextLink href="/forgot">Ask for another</TextLink>
        </>
      }
    >
      Every session of your account ends with it.
    </AuthShell>
  );
}
