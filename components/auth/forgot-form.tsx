'use client';
import { useState } from 'react';
import { Callout } from '@/components/ui/callout';
import { Form, FormSubmit, FormText } from '@/components/ui/form';
import { request } from '@/lib/client/request';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';

const schema = (z: Checks) =>
  z.object({ email: z.email('Enter an e-mail address, such as ada@example.com.') });

/** Says the same for every address. */
export function ForgotForm() {
  const [sentTo, setSentTo] = useState<string>();
  const bound = useApiForm({
    id: 'forgot',
    schema,
    defaultValues: { email: '' },
    submit: (values) => request('/api/auth/forgot', { method: 'POST', body: values }),
    onDone: (_answer, { email }) => setSentTo(email),
  });
  if (sentTo !== undefined) {
    return (
      <div role="status">
        <Callout title="Check your mail">
          If {sentTo} has an account, a link to choose a new password is on its way. It works once, for half
          an hour.
        </Callout>
      </div>
    );
  }
  return (
    <Form bound={bound}>
      <FormText name="email" type="email" label="E-mail address" autoComplete="username" autoFocus />
      <FormSubmit wide pendingLabel="Sending the link">
        Send a link
      </FormSubmit>
    </Form>
  );
}
