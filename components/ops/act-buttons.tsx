'use client';
import { Button } from '@/components/ui/button';
import { FormSubmit } from '@/components/ui/form';

interface ActButtonsProps {
  readonly onCancel: () => void;
  readonly pendingLabel: string;
  readonly children: string;
}

/** The end of such a form: the way out, and the act. */
export function ActButtons({ onCancel, pendingLabel, children }: ActButtonsProps) {
  return (
    <div className="flex flex-wrap justify-end gap-2 pt-1">
      <Button variant="quiet" onClick={onCancel}>
        Cancel
      </Button>
      <FormSubmit pendingLabel={pendingLabel}>{children}</FormSubmit>
    </div>
  );
}
