'use client';
import dynamic from 'next/dynamic';
import type { ReactElement } from 'react';
import type { PopoverContent } from './popover-surface';
import { useSurface } from './use-surface';

const load = () => import('./popover-surface');
const PopoverSurface = dynamic(load, { ssr: false });

interface PopoverProps extends PopoverContent {
  /** The button that opens it. */
  readonly trigger: ReactElement;
}

/** A small surface beside its button: more filters, an explanation with a link. */
export function Popover({ trigger, ...content }: PopoverProps) {
  const { button, wanted, ...surface } = useSurface({ trigger, kind: 'dialog', load });
  return (
    <>
      {button}
      {wanted && <PopoverSurface {...surface} {...content} />}
    </>
  );
}
