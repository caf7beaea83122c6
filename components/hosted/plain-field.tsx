import { CircleAlert } from 'lucide-react';
import type { ComponentProps } from 'react';

interface PlainFieldProps extends Omit<ComponentProps<'input'>, 'className' | 'id' | 'name'> {
  readonly label: string;
  readonly name: string;
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** A line of input for a form without scripts; 16 px, so that no phone zooms in on it. */
export function PlainField({ label, name, hint, error, ...input }: PlainFieldProps) {
  const describedBy = [hint !== undefined && `${name}-hint`, error !== undefined && `${name}-error`].filter(Boolean); // prettier-ignore
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={name} className="font-medium text-ink">
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${name}-hint`} className="text-13 text-ink-muted">
          {hint}
        </p>
      )}
      <input
        {...input}
        id={name}
        name={name}
        {...(describedBy.length > 0 && { 'aria-describedby': describedBy.join(' ') })}
        {...(error !== undefined && { 'aria-invalid': true, autoFocus: true })}
        className="h-12 rounded-control border border-line-control bg-surface px-3 text-16 text-ink aria-invalid:border-danger"
      />
      {error !== undefined && (
        <p id={`${name}-error`} className="flex items-start gap-1.5 text-13 text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}
