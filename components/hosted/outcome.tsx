import { Ban, CircleAlert, CircleCheck, Clock, Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';

const kinds = {
  paid: { icon: CircleCheck, ink: 'text-accent', surface: 'border-accent/30 bg-accent-soft' },
  waiting: { icon: Hourglass, ink: 'text-info', surface: 'border-info/25 bg-info-soft' },
  refused: { icon: CircleAlert, ink: 'text-caution', surface: 'border-caution/30 bg-caution-soft' },
  over: { icon: Clock, ink: 'text-ink-muted', surface: 'border-line bg-sunken' },
  withdrawn: { icon: Ban, ink: 'text-ink-muted', surface: 'border-line bg-sunken' },
} as const;

export type OutcomeKind = keyof typeof kinds;

interface OutcomeProps {
  readonly kind: OutcomeKind;
  readonly title: string;
  readonly children: ReactNode;
}

/** Where the payment stands: what happened, and what to do about it. Read out when it changes. */
export function Outcome({ kind, title, children }: OutcomeProps) {
  const { icon: Icon, ink, surface } = kinds[kind];
  return (
    <div role="status" className={classNames('mb-6 flex gap-3 rounded-surface border p-4', surface)}>
      <Icon aria-hidden className={classNames('mt-0.5 size-5 shrink-0', ink)} />
      <div className="min-w-0 text-ink-soft">
        <p className="text-16 font-semibold text-ink">{title}</p>
        <div className="mt-0.5">{children}</div>
      </div>
    </div>
  );
}
