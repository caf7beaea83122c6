'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Form, FormSubmit, FormText } from '@/components/ui/form';
import { FormPassword } from '@/components/ui/password-field';
import { TextLink } from '@/components/ui/text-link';
import { ClientError } from '@/lib/client/client-error';
import { signIn } from '@/components/shell/sign-in';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';
import { leaveFor } from './leave-for';
import { PasskeySignIn } from './passkeys/passkey-sign-in';

interface SignInFormProps {
  readonly kind: 'partner' | 'ops';
  /** A path of this origin. */
  readonly next: string;
}

interface Credentials {
  readonly email: string;
  readonly password: string;
}

const passwordSchema = (z: Checks) =>
  z.object({
    email: z.string().check(z.trim(), z.minLength(1, 'Enter your e-mail address.')),
    password: z.string().check(z.minLength(1, 'Enter your password.')),
  });

const codeSchema = (z: Checks) =>
  z.object({ code: z.string().check(z.trim(), z.minLength(6, 'Enter the code.')) });

function PasswordStep({
  kind,
  next,
  onSecondFactor,
}: SignInFormProps & { onSecondFactor: (credentials: Credentials) => void }) {
  const bound = useApiForm({
    id: 'sign-in',
    schema: passwordSchema,
    defaultValues: { email: '', password: '' },
    submit: async (credentials) => {
      try {
        await signIn(kind, credentials);
        return 'signed_in';
      } catch (error) {
        if (error instanceof ClientError && error.code === 'second_factor_required') return 'second_factor';
        throw error;
      }
    },
    onDone: (outcome, credentials) =>
      outcome === 'signed_in' ? leaveFor(next) : onSecondFactor(credentials),
  });
  return (
    <Form bound={bound}>
      <FormText name="email" type="email" label="E-mail address" autoComplete="username" autoFocus />
      <FormPassword name="password" label="Password" autoComplete="current-password" />
      <div className="space-y-4">
        <FormSubmit wide pendingLabel="Signing in">
          Sign in
        </FormSubmit>
        {kind === 'partner' && (
          <p className="text-center text-13">
            <TextLink href="/forgot">Reset a forgotten password</TextLink>
          </p>
        )}
      </div>
    </Form>
  );
}

function CodeStep({
  kind,
  next,
  credentials,
  onBack,
}: SignInFormProps & { credentials: Credentials; onBack: () => void }) {
  const [recovery, setRecovery] = useState(false);
  const bound = useApiForm({
    id: 'second-factor',
    schema: codeSchema,
    defaultValues: { code: '' },
    submit: ({ code }) => signIn(kind, { ...credentials, code: code.replaceAll(' ', '') }),
    onDone: () => leaveFor(next),
  });
  return (
    <>
      <Form bound={bound}>
        {recovery ? (
          <FormText
            key="recovery"
            name="code"
            label="Recovery code"
            hint="One of the ten that you stored. Each works once."
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
          />
        ) : (
          <FormText
            key="code"
            name="code"
            label="Code"
            hint="Six digits from your authenticator app."
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
          />
        )}
        <FormSubmit wide pendingLabel="Signing in">
          Sign in
        </FormSubmit>
        <div className="flex flex-wrap justify-between gap-2">
          <Button variant="quiet" onClick={() => setRecovery(!recovery)}>
            {recovery ? 'Use the authenticator app' : 'Use a recovery code'}
          </Button>
          <Button variant="quiet" onClick={onBack}>
            Start again
          </Button>
        </div>
      </Form>
      {kind === 'ops' && <PasskeySignIn credentials={credentials} next={next} />}
    </>
  );
}

/** Password first; the second factor is asked for only where one is set. */
export function SignInForm(props: SignInFormProps) {
  const [credentials, setCredentials] = useState<Credentials>();
  return credentials === undefined ? (
    <PasswordStep {...props} onSecondFactor={setCredentials} />
  ) : (
    <CodeStep {...props} credentials={credentials} onBack={() => setCredentials(undefined)} />
  );
}
