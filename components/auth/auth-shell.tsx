import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';

interface AuthShellProps {
  readonly title: string;
  /** One or two sentences under the title. */
  readonly children?: ReactNode;
  /** The form or the outcome. */
  readonly content: ReactNode;
  /** The way elsewhere: "No account yet? Create one". */
  readonly footer?: ReactNode;
  readonly width?: 'narrow' | 'wide';
}

/** One thing to do, and nothing beside it. */
export function AuthShell({ title, children, content, footer, width = 'narrow' }: AuthShellProps) {
  return (
    <main
      id="content"
      className={classNames('mx-auto px-4 py-10 sm:py-16', width === 'narrow' ? 'max-w-104' : 'max-w-prose')}
    >
      <h1 className="font-display text-28 font-semibold tracking-[-0.015em] text-balance">{title}</h1>
      {children !== undefined && <div className="mt-2 text-ink-soft">{children}</div>}
      <div className="mt-7">{content}</div>
      {footer !== undefined && <div className="mt-7 border-t border-line pt-5 text-ink-soft">{footer}</div>}
    </main>
  );
}
