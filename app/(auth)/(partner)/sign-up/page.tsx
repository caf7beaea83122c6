import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { consoleSession } from '@/app/session';
import { AuthShell } from '@/components/auth/auth-shell';
import { SignUpForm } from '@/components/auth/sign-up-form';
import { TextLink } from '@/components/ui/text-link';

export const metadata: Metadata = { title: 'Get sandbox keys' };

export default async function SignUpPage() {
  if (await consoleSession()) redirect('/console');
  return (
    <AuthShell
      title="Get sandbox keys"
      content={<SignUpForm />}
      footer={
        <>
          You have an account? <TextLink href="/sign-in">Sign in</TextLink>
        </>
      }
    >
      An account with a sandbox, a client and sample data, in about a minute. Free; no money moves.
    </AuthShell>
  );
}
