'use client';
import { useState } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Form, FormSubmit } from '@/components/ui/form';
import { FormPassword } from '@/components/ui/password-field';
import { request } from '@/lib/client/request';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';

const schema = (z: Checks) =>
  z.object({ password: z.string().check(z.minLength(8, 'Use at least 15 characters.')) });

/** The server knows whether a second factor allows a shorter one, and says so. */
export function ResetForm({ token }: { token: string }) {
  const [done, setDone] = useState(false);
  const bound = useApiForm({
    id: 'reset',
    schema,
    defaultValues: { password: '' },
    submit: ({ password }) => request('/api/auth/reset', { method: 'POST', body: { token, password } }),
    onDone: () => setDone(true),
  });
  if (done) {
    return (
      <div role="status" className="space-y-4">
        <Callout title="Your password is changed">You were signed out everywhere else.</Callout>
        <ButtonLink variant="primary" href="/sign-in" className="w-full">
          Sign in
        </ButtonLink>
      </div>
    );
  }
  return (
    <Form bound={bound}>
      <FormPassword
        name="password"
        label="New password"
        hint="At least 15 characters of any kind; 8 if you use an authenticator app."
        autoComplete="new-password"
      />
      <FormSubmit wide pendingLabel="Changing password">
        Change password
      </FormSubmit>
    </Form>
  );
}
