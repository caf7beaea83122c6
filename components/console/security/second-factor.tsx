'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AuthenticatorSecret } from '@/components/auth/authenticator-secret';
import { useStepUp } from '@/components/shell/step-up';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Form, FormSubmit, FormText } from '@/components/ui/form';
import { Status } from '@/components/ui/status';
import { useNotice } from '@/components/ui/toast';
import { ClientError } from '@/lib/client/client-error';
import { request } from '@/lib/client/request';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';
import { RecoveryCodes } from './recovery-codes';

interface Enrolment {
  readonly secret: string;
  readonly uri: string;
}

interface Codes {
  readonly recovery_codes: readonly string[];
}

const schema = (z: Checks) =>
  z.object({
    code: z.string().check(z.regex(/^\s*\d{3}\s?\d{3}\s*$/, 'Enter the six digits the app shows.')),
  });

function ConfirmForm({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const bound = useApiForm({
    id: 'totp',
    schema,
    defaultValues: { code: '' },
    submit: ({ code }) =>
      request<Codes>('/api/auth/totp/confirm', {
        method: 'POST',
        body: { code: code.replaceAll(/\s/g, '') },
      }),
    onDone: ({ recovery_codes: codes }) => onCodes(codes),
  });
  return (
    <Form bound={bound} className="max-w-64 space-y-4">
      <FormText name="code" label="Code of the app" inputMode="numeric" autoComplete="one-time-code" />
      <FormSubmit pendingLabel="Confirming">Turn on</FormSubmit>
    </Form>
  );
}

function Enrolled({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const router = useRouter();
  const withStepUp = useStepUp();
  const notice = useNotice();
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <Status tone="positive">Authenticator app is on</Status>
      <div className="flex flex-wrap gap-2">
        <ConfirmDialog
          danger="simple"
          trigger={<Button>Renew recovery codes</Button>}
          title="Make ten new recovery codes?"
          description="The codes you stored before stop working."
          confirmLabel="Renew codes"
          pendingLabel="Renewing codes"
          onConfirm={async () => {
            const { recovery_codes: codes } = await withStepUp(() =>
              request<Codes>('/api/auth/recovery-codes', { method: 'POST' }),
            );
            onCodes(codes);
          }}
        />
        <ConfirmDialog
          trigger={<Button>Turn off</Button>}
          title="Turn off the authenticator app?"
          description="Your password alone then opens the account. Recovery codes stop working too."
          confirmLabel="Turn off"
          pendingLabel="Turning off"
          onConfirm={async () => {
            await withStepUp(() => request('/api/auth/totp', { method: 'DELETE' }));
            notice({ title: 'The authenticator app is off' });
            router.refresh();
          }}
        />
      </div>
    </div>
  );
}

/** An authenticator app: turn on in two steps, renew the codes, turn off. */
export function SecondFactor({ hasTotp }: { hasTotp: boolean }) {
  const router = useRouter();
  const notice = useNotice();
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [codes, setCodes] = useState<readonly string[]>();

  function show(shown: readonly string[]) {
    setCodes(shown);
    setEnrolment(undefined);
  }

  async function begin() {
    try {
      setEnrolment(await request<Enrolment>('/api/auth/totp', { method: 'POST' }));
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      notice({ tone: 'problem', title: 'The set-up could not begin', text: error.message });
    }
  }

  if (codes !== undefined) {
    return (
      <RecoveryCodes
        codes={codes}
        onStored={() => {
          setCodes(undefined);
          router.refresh();
        }}
      />
    );
  }
  if (enrolment !== undefined) {
    return (
      <div className="space-y-5">
        <AuthenticatorSecret {...enrolment} />
        <ConfirmForm onCodes={show} />
      </div>
    );
  }
  if (hasTotp) return <Enrolled onCodes={show} />;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="max-w-[60ch] text-ink-soft">
        Off. A code from an app on your phone keeps the account yours when the password leaks.
      </p>
      <Button variant="primary" onClick={() => void begin()}>
        Set up authenticator app
      </Button>
    </div>
  );
}
