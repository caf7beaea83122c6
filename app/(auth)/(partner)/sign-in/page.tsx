import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { consoleSession } from '@/app/session';
import { AuthShell } from '@/components/auth/auth-shell';
import { localPath } from '@/components/auth/local-path';
import { SignInForm } from '@/components/auth/sign-in-form';
import { TextLink } from '@/components/ui/text-link';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  const target = localPath(typeof next === 'string' ? next : undefined, '/console');
  if (await consoleSession()) redirect(target);
  return (
    <AuthShell
      title="Sign in"
      content={<SignInForm kind="partner" next={target} />}
      footer={
        <>
          No account yet? <TextLink href="/sign-up">Get sandbox keys</TextLink>
        </>
      }
    />
  );
}
