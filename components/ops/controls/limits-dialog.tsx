'use client';
import dynamic from 'next/dynamic';
import type { ReactElement } from 'react';
import { ActDialog } from '../act-dialog';
import type { LimitsDialogProps } from './limits-form';

const LimitsForm = dynamic(() => import('./limits-form'), { ssr: false });

export function LimitsDialog({ trigger, ...rest }: LimitsDialogProps & { readonly trigger: ReactElement }) {
  return (
    <ActDialog
      trigger={trigger}
      title="Propose new limits"
      description="Nothing changes until a second administrator confirms. Whoever changes limits releases nothing that day."
    >
      {(close) => <LimitsForm {...rest} close={close} />}
    </ActDialog>
  );
}
