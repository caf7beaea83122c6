'use client';
// Some acts ask again who you are. The server refuses with `step_up_required`; this asks, then repeats the act.
import { Dialog } from '@base-ui/react/dialog';
import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react';
import { z } from 'zod';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { backdrop, floatingSurface } from '@/components/ui/floating';
import { Form, FormSubmit, FormText } from '@/components/ui/form';
import { FormPassword } from '@/components/ui/password-field';
import { ClientError } from '@/lib/client/client-error';
import { request } from '@/lib/client/request';
import { useApiForm } from '@/lib/client/use-api-form';

type Perform = <Answer>(act: () => Promise<Answer>) => Promise<Answer>;

const StepUpContext = createContext<Perform>((act) => act());

/** Performs an act; when the server wants proof that it is you, asks for it and performs the act once more. */
export function useStepUp(): Perform {
  return useContext(StepUpContext);
}

interface StepUpProviderProps {
  /** The route that takes the proof. */
  readonly path: '/api/auth/step-up' | '/api/ops/auth/step-up';
  /** With an authenticator app the code is asked for, without one the password. */
  readonly hasTotp: boolean;
  readonly children: ReactNode;
}

const schema = z.object({ proof: z.string().min(1, 'Enter it to go on.') });

function ProofForm({
  path,
  hasTotp,
  onDone,
  onCancel,
}: Omit<StepUpProviderProps, 'children'> & { onDone: () => void; onCancel: () => void }) {
  const bound = useApiForm({
    id: 'step-up',
    schema,
    defaultValues: { proof: '' },
    submit: ({ proof }) =>
      request(path, {
        method: 'POST',
        body: hasTotp ? { code: proof.replaceAll(' ', '') } : { password: proof },
      }),
    onDone,
  });
  return (
    <Form bound={bound} className="mt-4 space-y-4">
      {hasTotp ? (
        <FormText
          name="proof"
          label="Code of your authenticator app"
          inputMode="numeric"
          autoComplete="one-time-code"
        />
      ) : (
        <FormPassword name="proof" label="Your password" autoComplete="current-password" />
      )}
      <div className="flex justify-end gap-2">
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <FormSubmit pendingLabel="Confirming">Confirm</FormSubmit>
      </div>
    </Form>
  );
}

/** Stands once around a console. */
export function StepUpProvider({ path, hasTotp, children }: StepUpProviderProps) {
  const [asking, setAsking] = useState(false);
  const settle = useRef<(proved: boolean) => void>(() => undefined);

  const prove = useCallback(async () => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    settle.current = resolve;
    setAsking(true);
    const proved = await promise;
    setAsking(false);
    return proved;
  }, []);

  const perform: Perform = useCallback(
    async (act) => {
      try {
        return await act();
      } catch (error) {
        if (!(error instanceof ClientError) || error.code !== 'step_up_required') throw error;
        if (!(await prove())) throw error;
        return act();
      }
    },
    [prove],
  );

  return (
    <StepUpContext value={perform}>
      {children}
      <Dialog.Root open={asking} onOpenChange={(open) => !open && settle.current(false)}>
        <Dialog.Portal>
          <Dialog.Backdrop className={classNames(backdrop, 'z-60')} />
          <Dialog.Popup
            className={classNames(
              floatingSurface,
              'fixed top-1/2 left-1/2 z-60 w-[min(26rem,calc(100vw-2rem))] -translate-1/2 p-5',
            )}
          >
            <Dialog.Title className="text-16 font-semibold">Confirm that it is you</Dialog.Title>
            <Dialog.Description className="mt-1 text-ink-soft">
              This act asks for a fresh proof. It counts for five minutes.
            </Dialog.Description>
            <ProofForm
              path={path}
              hasTotp={hasTotp}
              onDone={() => settle.current(true)}
              onCancel={() => settle.current(false)}
            />
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </StepUpContext>
  );
}
