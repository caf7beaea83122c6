'use client';
import { Field } from '@base-ui/react/field';
import { CircleAlert } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';

interface TextFieldProps extends Omit<ComponentProps<typeof Field.Control>, 'className'> {
  readonly label: string;
  /** Shown under the label before anything is typed. */
  readonly hint?: ReactNode;
  /** What is wrong and what to do; stands beside the field and is read out with it. */
  readonly error?: string | undefined;
  /** Stands at the end of the label's line: "Forgot your password?". */
  readonly aside?: ReactNode;
}

/** One line of input with its label, hint and error. */
export function TextField({ label, hint, error, aside, disabled, ...control }: TextFieldProps) {
  return (
    <Field.Root invalid={error !== undefined} disabled={disabled === true} className="flex flex-col gap-1">
      <div className="flex items-baseline justify-between gap-4">
        <Field.Label className="font-medium text-ink">{label}</Field.Label>
        {aside !== undefined && <span className="text-13">{aside}</span>}
      </div>
      {hint !== undefined && <Field.Description className="text-13 text-ink-muted">{hint}</Field.Description>}
      <Field.Control
        {...control}
        className="h-9 rounded-control border border-line-control bg-surface px-3 text-ink placeholder:text-ink-muted disabled:bg-sunken disabled:opacity-60 data-invalid:border-danger"
      />
      {error !== undefined && (
        <Field.Error match className="flex items-start gap-1.5 text-13 text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {error}
        </Field.Error>
      )}
    </Field.Root>
  );
}
