'use client';
import { Form, FormSubmit, FormText } from '@/components/ui/form';
import { FormPassword } from '@/components/ui/password-field';
import { request } from '@/lib/client/request';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';
import { leaveFor } from './leave-for';
import { newPassword, passwordHint } from './password-rules';

const schema = (z: Checks) =>
  z.object({
    name: z.string().check(z.trim(), z.minLength(1, 'Enter your name.')),
    company_name: z.string().check(z.trim(), z.minLength(1, 'Enter the name of your company.')),
    email: z.email('Enter an e-mail address, such as ada@example.com.'),
    password: newPassword(z),
  });

/** Asks for an account. The next page is the same for every address. */
export function SignUpForm() {
  const bound = useApiForm({
    id: 'sign-up',
    schema,
    defaultValues: { name: '', company_name: '', email: '', password: '' },
    submit: (values) => request('/api/auth/sign-up', { method: 'POST', body: values }),
    onDone: () => leaveFor('/verify'),
  });
  return (
    <Form bound={bound}>
      <FormText name="name" label="Your name" autoComplete="name" autoFocus />
      <FormText name="company_name" label="Company name" autoComplete="organization" />
      <FormText name="email" type="email" label="Work e-mail address" autoComplete="email" />
      <FormPassword name="password" label="Password" hint={passwordHint} autoComplete="new-password" />
      <FormSubmit wide pendingLabel="Sending the code">
        Create account
      </FormSubmit>
    </Form>
  );
}
