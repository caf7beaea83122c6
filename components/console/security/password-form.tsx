'use client';
import { useRouter } from 'next/navigation';
import { Form, FormSubmit } from '@/components/ui/form';
import { FormPassword } from '@/components/ui/password-field';
import { useNotice } from '@/components/ui/toast';
import { request } from '@/lib/client/request';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';

const schema = (z: Checks) =>
  z.object({
    current_password: z.string().check(z.minLength(1, 'Enter your present password.')),
    password: z.string().check(z.minLength(1, 'Choose a new password.')),
  });

/** A new password, proved by the present one. The server judges it: a second factor allows a shorter one. */
export function PasswordForm({ email, hasTotp }: { email: string; hasTotp: boolean }) {
  const router = useRouter();
  const notice = useNotice();
  const bound = useApiForm({
    id: 'password',
    schema,
    defaultValues: { current_password: '', password: '' },
    submit: (values) =>
      request<{ ended_sessions: number }>('/api/auth/password', { method: 'POST', body: values }),
    onDone: ({ ended_sessions: ended }) => {
      bound.form.reset();
      notice({
        title: 'Your password is changed',
        ...(ended > 0 && { text: 'You were signed out everywhere else.' }),
      });
      router.refresh();
    },
  });
  return (
    <Form bound={bound} className="max-w-104 space-y-5">
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <FormPassword name="current_password" label="Present password" autoComplete="current-password" />
      <FormPassword
        name="password"
        label="New password"
        hint={`At least ${hasTotp ? 8 : 15} characters of any kind. A few words you remember are fine.`}
        autoComplete="new-password"
      />
      <FormSubmit pendingLabel="Changing password">Change password</FormSubmit>
    </Form>
  );
}
