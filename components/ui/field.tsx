'use client';
import { Field } from '@base-ui/react/field';
import { CircleAlert } from 'lucide-react';
import type { ComponentProps } from 'react';

interface TextFieldProps extends Omit<ComponentProps<typeof Field.Control>, 'className'> {
  readonly label: string;
  /** Shown under the label before anything is typed. */
  readonly hint?: string;
  /** What is wrong and what to do; stands beside the field and is read out with it. */
  readonly error?: string | undefined;
}

/** One line of input with its label, hint and error. */
export function TextField({ label, hint, error, disabled, ...control }: TextFieldProps) {
  return (
    <Field.Root invalid={error !== undefined} disabled={disabled === true} className="flex flex-col gap-1">
      <Field.Label className="font-medium text-ink">{label}</Field.Label>
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
