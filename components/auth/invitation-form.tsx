'use client';
import { useState } from 'react';
import { Form, FormSubmit, FormText } from '@/components/ui/form';
import { FormPassword } from '@/components/ui/password-field';
import { ClientError } from '@/lib/client/client-error';
import { request } from '@/lib/client/request';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';
import { leaveFor } from './leave-for';
import { newPassword, passwordHint } from './password-rules';

interface InvitationFormProps {
  readonly token: string;
  readonly email: string;
  /** Whoever has an account proves it; whoever has none makes one here. */
  readonly hasAccount: boolean;
}

const known = (z: Checks) =>
  z.object({
    name: z.string(),
    password: z.string().check(z.minLength(1, 'Enter your password.')),
    code: z.string(),
  });
const stranger = (z: Checks) =>
  z.object({
    name: z.string().check(z.trim(), z.minLength(1, 'Enter your name.')),
    password: newPassword(z),
    code: z.string(),
  });

export function InvitationForm({ token, email, hasAccount }: InvitationFormProps) {
  const [asksCode, setAsksCode] = useState(false);
  const bound = useApiForm({
    id: 'invitation',
    schema: hasAccount ? known : stranger,
    defaultValues: { name: '', password: '', code: '' },
    submit: async ({ name, password, code }) => {
      try {
        return await request('/api/auth/accept-invitation', {
          method: 'POST',
          body: { token, password, ...(hasAccount ? {} : { name }), ...(code === '' ? {} : { code }) },
        });
      } catch (error) {
        if (error instanceof ClientError && error.code === 'second_factor_required') setAsksCode(true);
        throw error;
      }
    },
    onDone: () => leaveFor('/console'),
  });
  return (
    <Form bound={bound}>
      <input type="hidden" autoComplete="username" value={email} readOnly />
      {!hasAccount && <FormText name="name" label="Your name" autoComplete="name" autoFocus />}
      <FormPassword
        name="password"
        label="Password"
        hint={hasAccount ? `Of your account ${email}.` : passwordHint}
        autoComplete={hasAccount ? 'current-password' : 'new-password'}
      />
      {asksCode && (
        <FormText
          name="code"
          label="Code of your authenticator app"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
        />
      )}
      <FormSubmit wide pendingLabel="Joining">
        Join the team
      </FormSubmit>
    </Form>
  );
}
