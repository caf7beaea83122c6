'use client';
import dynamic from 'next/dynamic';
import type { ReactElement } from 'react';
import type { Confirmation } from './confirm-dialog-surface';
import { useSurface } from './use-surface';

const load = () => import('./confirm-dialog-surface');
const ConfirmDialogSurface = dynamic(load, { ssr: false });

interface ConfirmDialogProps extends Confirmation {
  /** The button that opens it. */
  readonly trigger: ReactElement;
}

/** Asks before an act that costs something. Cancel has the focus; nothing closes it by accident. */
export function ConfirmDialog({ trigger, ...confirmation }: ConfirmDialogProps) {
  const { button, wanted, ...surface } = useSurface({ trigger, kind: 'dialog', load });
  return (
    <>
      {button}
      {wanted && <ConfirmDialogSurface {...surface} {...confirmation} />}
    </>
  );
}
