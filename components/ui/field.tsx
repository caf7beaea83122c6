'use client';
import { CircleAlert } from 'lucide-react';
import { useId, type ComponentProps, type ReactNode } from 'react';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'className'> {
  readonly label: string;
  /** Shown under the label before anything is typed. */
  readonly hint?: ReactNode;
  /** What is wrong and what to do; stands beside the field and is read out with it. */
  readonly error?: string | undefined;
  /** Stands at the end of the label's line: "Forgot your password?". */
  readonly aside?: ReactNode;
}

/** One line of input with its label, hint and error. */
export function TextField({ label, hint, error, aside, id, ...control }: TextFieldProps) {
  const ownId = useId();
  const inputId = id ?? ownId;
  const describedBy = [
    hint !== undefined && `${inputId}-hint`,
    error !== undefined && `${inputId}-error`,
  ].filter(Boolean);
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={inputId} className="font-medium text-ink">
          {label}
        </label>
        {aside !== undefined && <span className="text-13">{aside}</span>}
      </div>
      {hint !== undefined && (
        <p id={`${inputId}-hint`} className="text-13 text-ink-muted">
          {hint}
        </p>
      )}
      <input
        {...control}
        id={inputId}
        {...(describedBy.length > 0 && { 'aria-describedby': describedBy.join(' ') })}
        {...(error !== undefined && { 'aria-invalid': true })}
        className="h-9 rounded-control border border-line-control bg-surface px-3 text-ink placeholder:text-ink-muted disabled:bg-sunken disabled:opacity-60 aria-invalid:border-danger"
      />
      {error !== undefined && (
        <p id={`${inputId}-error`} className="flex items-start gap-1.5 text-13 text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}
