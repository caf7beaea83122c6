'use client';
// Some acts ask again who you are. The server refuses with `step_up_required`; this asks, then repeats the act.
import dynamic from 'next/dynamic';
import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react';
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

// Comes when it is first asked for; the console's first load does without.
const StepUpDialog = dynamic(() => import('./step-up-dialog'), { ssr: false });

/** Stands once around a console. */
export function StepUpProvider({ path, hasTotp, children }: StepUpProviderProps) {
  const [asking, setAsking] = useState(false);
  const [wanted, setWanted] = useState(false);
  const settle = useRef<(proved: boolean) => void>(() => undefined);

  const prove = useCallback(async () => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    settle.current = resolve;
    setWanted(true);
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
      {wanted && (
        <StepUpDialog
          open={asking}
          path={path}
          hasTotp={hasTotp}
          onSettled={(proved) => settle.current(proved)}
        />
      )}
    </StepUpContext>
  );
}
