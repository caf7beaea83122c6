'use client';
import dynamic from 'next/dynamic';
import type { ReactElement } from 'react';
import { ActDialog } from '../act-dialog';
import type { StopProps } from './stop-form';

const StopForm = dynamic(() => import('./stop-form'), { ssr: false });

/** One person is enough to stop. */
export function StopDialog({ trigger, ...rest }: StopProps & { readonly trigger: ReactElement }) {
  return (
    <ActDialog
      trigger={trigger}
      title="Stop money-out?"
      description="From now on nothing is released and nothing more goes to the bank. Two people start it again."
    >
      {(close) => <StopForm {...rest} close={close} />}
    </ActDialog>
  );
}
