import { classNames } from './class-names';

type StatusTone = 'neutral' | 'positive' | 'caution' | 'danger' | 'info';

/** Money has a shape of its own: outline waits for people, half is with the bank, full is settled. */
type StatusShape = 'full' | 'half' | 'outline';

const tones: Record<StatusTone, string> = {
  neutral: 'text-ink-muted',
  positive: 'text-accent',
  caution: 'text-caution',
  danger: 'text-danger',
  info: 'text-info',
};

interface StatusProps {
  readonly tone?: StatusTone;
  readonly shape?: StatusShape;
  readonly children: string;
}

/** The state of a thing: a dot and a word. The word carries the meaning, the dot only helps to find it. */
export function Status({ tone = 'neutral', shape = 'full', children }: StatusProps) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-ink-soft">
      <svg aria-hidden viewBox="0 0 10 10" className={classNames('size-2.5 shrink-0', tones[tone])}>
        <circle
          cx="5"
          cy="5"
          r="4"
          fill={shape === 'full' ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.5"
        />
        {shape === 'half' && <path d="M5 1a4 4 0 0 1 0 8z" fill="currentColor" />}
      </svg>
      {children}
    </span>
  );
}
