'use client';
// Asks for a fresh proof, over everything else.
import { Dialog } from '@base-ui/react/dialog';
import { classNames } from '@/components/ui/class-names';
import { backdrop, floatingSurface } from '@/components/ui/floating';
import StepUpForm, { type ProofFacts } from './step-up-form';

interface StepUpDialogProps extends ProofFacts {
  readonly open: boolean;
  /** `false` when the person turned away. */
  readonly onSettled: (proved: boolean) => void;
}

export default function StepUpDialog({ open, path, hasTotp, onSettled }: StepUpDialogProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onSettled(false)}>
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
            onDone={() => onSettled(true)}
            onCancel={() => onSettled(false)}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
