'use client';
// Some acts ask again who you are. The server refuses with `step_up_required`; this asks, then repeats the act.
import { Dialog } from '@base-ui/react/dialog';
import dynamic from 'next/dynamic';
import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { backdrop, floatingSurface } from '@/components/ui/floating';
import { ClientError } from '@/lib/client/client-error';
import type { ProofFacts } from './step-up-form';

type Perform = <Answer>(act: () => Promise<Answer>) => Promise<Answer>;

const StepUpContext = createContext<Perform>((act) => act());

/** Performs an act; when the server wants proof that it is you, asks for it and performs the act once more. */
export function useStepUp(): Perform {
  return useContext(StepUpContext);
}

interface StepUpProviderProps extends ProofFacts {
  readonly children: ReactNode;
}

// The form brings its validation along; the console's first load does without.
const StepUpForm = dynamic(() => import('./step-up-form'), { ssr: false });

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
            <StepUpForm
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
