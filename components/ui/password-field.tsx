'use client';
import { Eye, EyeOff } from 'lucide-react';
import { useState, type ComponentProps } from 'react';
import { FormText } from './form';

type PasswordFieldProps = Omit<ComponentProps<typeof FormText>, 'type' | 'aside'>;

/** A password that can be looked at. Pasting is welcome; a manager knows what it is by `autoComplete`. */
export function FormPassword(props: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <FormText
      {...props}
      type={shown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      aside={
        <button
          type="button"
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className="inline-flex h-6 items-center gap-1.5 rounded-control px-1 text-ink-muted hover:text-ink"
        >
          <Icon aria-hidden className="size-3.5" />
          {shown ? 'Hide' : 'Show'}
          <span className="sr-only"> {props.label.toLowerCase()}</span>
        </button>
      }
    />
  );
}
