import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

const tones = {
  info: { icon: Info, word: 'Note', surface: 'border-info/25 bg-info-soft', ink: 'text-info' },
  caution: {
    icon: TriangleAlert,
    word: 'Take care',
    surface: 'border-caution/30 bg-caution-soft',
    ink: 'text-caution',
  },
  danger: {
    icon: CircleAlert,
    word: 'Problem',
    surface: 'border-danger/30 bg-danger-soft',
    ink: 'text-danger',
  },
} as const;

interface CalloutProps {
  readonly tone?: keyof typeof tones;
  readonly title: string;
  readonly children?: ReactNode;
}

/** Something beside the text that the reader should not miss. */
export function Callout({ tone = 'info', title, children }: CalloutProps) {
  const { icon: Icon, word, surface, ink } = tones[tone];
  return (
    <div role="note" className={classNames('flex gap-3 rounded-surface border p-4 text-14', surface)}>
      <Icon role="img" aria-label={word} className={classNames('mt-0.5 size-4.5 shrink-0', ink)} />
      <div className="min-w-0 text-ink-soft">
        <p className="font-semibold text-ink">{title}</p>
        {children !== undefined && <div className="mt-0.5 space-y-2">{children}</div>}
      </div>
    </div>
  );
}
