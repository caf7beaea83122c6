import { Check } from 'lucide-react';
import { classNames } from '@/components/ui/class-names';

interface StepsProps {
  readonly names: readonly string[];
  /** Index of the one that the reader is at. */
  readonly current: number;
}

/** Where the reader is on his way. On a phone only the current step has its name beside it. */
export function Steps({ names, current }: StepsProps) {
  return (
    <ol aria-label="Steps" className="mb-8 flex items-center gap-2 text-13">
      {names.map((name, index) => {
        const done = index < current;
        const now = index === current;
        return (
          <li
            key={name}
            {...(now && { 'aria-current': 'step' as const })}
            className={classNames(
              'flex items-center gap-2',
              index < names.length - 1 &&
                'after:h-px after:w-4 after:bg-line-control after:content-[""] sm:after:w-6',
              now ? 'font-semibold text-ink' : 'text-ink-muted',
            )}
          >
            <span
              aria-hidden
              className={classNames(
                'numeric flex size-6 shrink-0 items-center justify-center rounded-full border',
                now && 'border-accent bg-accent text-accent-ink',
                done && 'border-accent/40 bg-accent-soft text-accent',
                !now && !done && 'border-line-control',
              )}
            >
              {done ? <Check className="size-3.5" /> : index + 1}
            </span>
            <span className={now ? undefined : 'sr-only sm:not-sr-only'}>{name}</span>
            {done && <span className="sr-only">, done</span>}
          </li>
        );
      })}
    </ol>
  );
}
