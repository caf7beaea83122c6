'use client';
// The frame of an act with a form in it: names the object and the consequence; closing it changes nothing.
import dynamic from 'next/dynamic';
import type { ReactElement } from 'react';
import { useSurface } from '@/components/ui/use-surface';
import type { Act } from './act-dialog-surface';

const load = () => import('./act-dialog-surface');
const ActDialogSurface = dynamic(load, { ssr: false });

interface ActDialogProps extends Act {
  readonly trigger: ReactElement;
}

export function ActDialog({ trigger, ...act }: ActDialogProps) {
  const { button, wanted, ...surface } = useSurface({ trigger, kind: 'dialog', load });
  return (
    <>
      {button}
      {wanted && <ActDialogSurface {...surface} {...act} />}
    </>
  );
}
