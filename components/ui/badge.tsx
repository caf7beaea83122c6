import type { ReactNode } from 'react';
import { classNames } from './class-names';

type BadgeTone = 'neutral' | 'accent' | 'caution' | 'danger' | 'info';

const tones: Record<BadgeTone, string> = {
  neutral: 'border-line bg-sunken text-ink-soft',
  accent: 'border-accent/25 bg-accent-soft text-accent',
  caution: 'border-caution/25 bg-caution-soft text-caution',
  danger: 'border-danger/25 bg-danger-soft text-danger',
  info: 'border-info/25 bg-info-soft text-info',
};

/** A short fact about a thing: a tier, a method, a status code. */
export function Badge({
  tone = 'neutral',
  mono,
  children,
}: {
  tone?: BadgeTone;
  mono?: boolean;
  children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        'numeric inline-flex h-5.5 items-center rounded-control border px-1.5 text-12 font-medium whitespace-nowrap',
        mono && 'font-mono',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
