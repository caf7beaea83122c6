import type { ReactNode } from 'react';
import { classNames } from './class-names';

/** A surface with a hairline. Never nested. */
export function Card({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div className={classNames('rounded-surface border border-line bg-surface p-5', className)}>
      {children}
    </div>
  );
}
