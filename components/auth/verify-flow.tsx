'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Form, FormSubmit, FormText } from '@/components/ui/form';
import { FormPassword } from '@/components/ui/password-field';
import { TextLink } from '@/components/ui/text-link';
import { ClientError } from '@/lib/client/client-error';
import { request } from '@/lib/client/request';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';
import { AuthShell } from './auth-shell';
import { Welcome, type OpenedAccount } from './welcome';

interface StepProps {
  readonly onOpened: (account: OpenedAccount) => void;
}

const verify = (body: object) => request<OpenedAccount>('/api/auth/verify', { method: 'POST', body });

const codeSchema = (z: Checks) =>
  z.object({
    code: z.string().check(z.regex(/^\s*\d{3}[\s-]?\d{3}\s*$/, 'Enter the six digits of the mail.')),
  });

function ResendButton() {
  const [said, setSaid] = useState<string>();
  async function resend() {
    try {
      await request('/api/auth/resend', { method: 'POST' });
      setSaid('We sent another code. The old one is dead.');
    } catch (error) {
      setSaid(error instanceof ClientError ? error.message : 'That did not work. Try again.');
    }
  }
  return (
    <div className="space-y-2">
      <Button variant="quiet" className="-ml-3.5" onClick={() => void resend()}>
        Send another code
      </Button>
      <p role="status" className="text-13">
        {said}
      </p>
    </div>
  );
}

function CodeForm({ onOpened }: StepProps) {
  const bound = useApiForm({
    id: 'verify',
    schema: codeSchema,
    defaultValues: { code: '' },
    submit: ({ code }) => verify({ code: code.replaceAll(/[\s-]/g, '') }),
    onDone: onOpened,
  });
  return (
    <Form bound={bound}>
      <FormText
        name="code"
        label="Six-digit code"
        hint="It works for an hour, in this browser."
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
      />
      <FormSubmit wide pendingLabel="Opening your account">
        Confirm address
      </FormSubmit>
    </Form>
  );
}

const linkSchema = (z: Checks) => z.object({ password: z.string() });

/** Asks for the password only when the link was opened in another browser. */
function LinkForm({ token, onOpened }: StepProps & { token: string }) {
  const [asksPassword, setAsksPassword] = useState(false);
  const bound = useApiForm({
    id: 'verify-link',
    schema: linkSchema,
    defaultValues: { password: '' },
    submit: async ({ password }) => {
      try {
        return await verify(password === '' ? { token } : { token, password });
      } catch (error) {
        if (error instanceof ClientError && error.details.some(({ param }) => param === 'password'))
          setAsksPassword(true);
        throw error;
      }
    },
    onDone: onOpened,
  });
  return (
    <Form bound={bound}>
      {asksPassword && (
        <FormPassword
          name="password"
          label="Password"
          hint="The one you chose when you signed up."
          autoComplete="current-password"
        />
      )}
      <FormSubmit wide pendingLabel="Opening your account">
        Confirm address
      </FormSubmit>
    </Form>
  );
}

/** Proves the address, then shows the first secret in the same place: it exists nowhere else. */
export function VerifyFlow({ token, origin }: { token: string | undefined; origin: string }) {
  const [account, setAccount] = useState<OpenedAccount>();
  if (account !== undefined) return <Welcome account={account} origin={origin} />;
  const onOpened = (opened: OpenedAccount) => {
    window.history.replaceState(null, '', '/welcome');
    setAccount(opened);
    window.scrollTo(0, 0);
  };
  return (
    <AuthShell
      title={token === undefined ? 'Check your mail' : 'Confirm your address'}
      content={
        token === undefined ? (
          <CodeForm onOpened={onOpened} />
        ) : (
          <LinkForm token={token} onOpened={onOpened} />
        )
      }
      footer={
        token === undefined ? (
          <ResendButton />
        ) : (
          <>
            The link is too old? <TextLink href="/sign-up">Sign up again</TextLink>
          </>
        )
      }
    >
      {token === undefined
        ? 'We sent a code and a link to the address you gave. Enter the code here, or open the link.'
        : 'One press opens your account and its sandbox.'}
    </AuthShell>
  );
}
