'use client';
import Link from 'next/link';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';

type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-accent-ink hover:bg-accent-strong',
  secondary: 'border-line-control bg-surface text-ink hover:bg-sunken',
  quiet: 'border-transparent text-ink-soft hover:bg-sunken hover:text-ink',
  danger: 'border-transparent bg-danger text-danger-ink hover:bg-danger-strong',
};

function buttonClass(variant: ButtonVariant, className: string | undefined): string {
  return classNames(
    'inline-flex h-9 items-center justify-center gap-2 rounded-control border px-3.5 text-14 font-medium whitespace-nowrap transition-colors',
    'disabled:pointer-events-none disabled:opacity-50 aria-disabled:cursor-progress',
    variants[variant],
    className,
  );
}

interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: ButtonVariant;
  /** What the button says while its act runs; it keeps the focus and ignores presses. */
  readonly pendingLabel?: string | undefined;
}

/** A verb with an object: "Revoke client". One primary button a screen. */
export function Button({
  variant = 'secondary',
  pendingLabel,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const pending = pendingLabel !== undefined;
  return (
    <button
      type="button"
      {...rest}
      {...(pending && { 'aria-disabled': true })}
      onClick={pending ? (event) => event.preventDefault() : onClick}
      className={buttonClass(variant, className)}
    >
      {pending ? (
        <>
          <span
            aria-hidden
            className="size-3.5 animate-spin rounded-full border-2 border-current border-r-transparent"
          />
          {pendingLabel}
        </>
      ) : (
        children
      )}
    </button>
  );
}

interface ButtonLinkProps extends ComponentProps<typeof Link> {
  readonly variant?: ButtonVariant;
}

/** Goes somewhere, but is the act the page is about. */
export function ButtonLink({ variant = 'secondary', className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={buttonClass(variant, className)} />;
}
