import Link from 'next/link';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';

/** A link in running text or on its own; underlined, since colour alone is no sign. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={classNames(
        'rounded-[3px] text-accent underline decoration-accent/40 underline-offset-3 transition-colors hover:decoration-current',
        className,
      )}
    />
  );
}
