'use client';
import { useQuery } from '@tanstack/react-query';
import { Callout } from '@/components/ui/callout';
import { Form, FormSubmit, FormText } from '@/components/ui/form';
import { FormPassword } from '@/components/ui/password-field';
import { Skeleton } from '@/components/ui/skeleton';
import { request } from '@/lib/client/request';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';
import { AuthenticatorSecret } from './authenticator-secret';
import { leaveFor } from './leave-for';

interface Enrolment {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly totp: { readonly secret: string; readonly uri: string };
}

const schema = (z: Checks) =>
  z.object({
    password: z.string().check(z.minLength(8, 'Use at least 8 characters.')),
    code: z.string().check(z.regex(/^\s*\d{3}\s?\d{3}\s*$/, 'Enter the six digits the app shows.')),
  });

/** Sets the password and the authenticator app of somebody who becomes staff. */
export function EnrolForm({ token }: { token: string }) {
  const { data, error } = useQuery({
    queryKey: ['enrolment'],
    queryFn: () => request<Enrolment>('/api/ops/auth/enrolment', { method: 'POST', body: { token } }),
    retry: false,
    staleTime: Infinity,
  });
  const bound = useApiForm({
    id: 'enrol',
    schema,
    defaultValues: { password: '', code: '' },
    submit: ({ password, code }) =>
      request('/api/ops/auth/enrol', {
        method: 'POST',
        body: { token, password, code: code.replaceAll(/\s/g, '') },
      }),
    onDone: () => leaveFor('/ops'),
  });
  if (error)
    return (
      <Callout tone="danger" title="This link cannot be used">
        {error.message}
      </Callout>
    );
  if (data === undefined) return <Skeleton lines={4} />;
  return (
    <Form bound={bound}>
      <p>
        {data.name}, {data.email}, as {data.role}.
      </p>
      <FormPassword
        name="password"
        label="Password"
        hint="At least 8 characters of any kind; the app is your second factor."
        autoComplete="new-password"
      />
      <AuthenticatorSecret {...data.totp} />
      <FormText name="code" label="Code of the app" inputMode="numeric" autoComplete="one-time-code" />
      <FormSubmit wide pendingLabel="Enrolling">
        Enrol and sign in
      </FormSubmit>
    </Form>
  );
}
