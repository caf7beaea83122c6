'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ClientError } from '@/lib/client/client-error';
import { request } from '@/lib/client/request';
import { leaveFor } from '../leave-for';
import { askPasskey } from './ask-passkey';

interface PasskeySignInProps {
  readonly credentials: { readonly email: string; readonly password: string };
  readonly next: string;
}

type Asked = { readonly options: Parameters<typeof askPasskey>[0] };

/** The other second factor of staff, beside the code. */
export function PasskeySignIn({ credentials, next }: PasskeySignInProps) {
  const [problem, setProblem] = useState<string>();
  const [pending, setPending] = useState(false);

  async function signIn() {
    setPending(true);
    setProblem(undefined);
    try {
      const { options } = await request<Asked>('/api/ops/auth/passkeys/sign-in', {
        method: 'POST',
        body: credentials,
      });
      const passkey = await askPasskey(options);
      await request('/api/ops/auth/sign-in', { method: 'POST', body: { ...credentials, passkey } });
      await leaveFor(next);
    } catch (error) {
      setProblem(error instanceof ClientError ? error.message : 'That did not work. Try again.');
      setPending(false);
    }
  }

  return (
    <div className="mt-4 space-y-2">
      <Button className="w-full" disabled={pending} onClick={() => void signIn()}>
        Use a passkey
      </Button>
      <p role="status" className="text-13 text-danger">
        {problem}
      </p>
    </div>
  );
}
