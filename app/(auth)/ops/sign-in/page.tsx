import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { staffSession } from '@/app/session';
import { AuthShell } from '@/components/auth/auth-shell';
import { OpsHeader } from '@/components/auth/ops-header';
import { SignInForm } from '@/components/auth/sign-in-form';

export const metadata: Metadata = { title: 'Sign in to operations', robots: { index: false } };

export default async function OpsSignInPage() {
  if (await staffSession()) redirect('/ops');
  return (
    <>
      <OpsHeader />
      <AuthShell title="Sign in to operations" content={<SignInForm kind="ops" next="/ops" />}>
        For staff of the lender. Every sign-in, and every refused one, is recorded.
      </AuthShell>
    </>
  );
}
