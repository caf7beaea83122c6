import type { Metadata } from 'next';
import { AuthShell } from '@/components/auth/auth-shell';
import { ForgotForm } from '@/components/auth/forgot-form';
import { TextLink } from '@/components/ui/text-link';

export const metadata: Metadata = { title: 'Reset your password' };

export default function ForgotPage() {
  return (
    <AuthShell
      title="Reset your password"
      content={<ForgotForm />}
      footer={<TextLink href="/sign-in">Back to sign in</TextLink>}
    >
      We send a link to the address of your account.
    </AuthShell>
  );
}
