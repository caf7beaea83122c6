import { Check } from 'lucide-react';
import { classNames } from '@/components/ui/class-names';
import { rotationSteps, type RotationStep } from './rotation-state';

const words: Record<RotationStep, readonly [title: string, text: string]> = {
  create: ['Create', 'A second secret beside the first.'],
  deploy: ['Deploy', 'Put it where the program reads it.'],
  watch: ['Watch', 'See who still uses the old one.'],
  retire: ['Retire', 'End the old one when it is silent.'],
};

/** The four steps of a rotation and where it stands. */
export function RotationSteps({ step }: { step: RotationStep }) {
  const now = rotationSteps.indexOf(step);
  return (
    <ol aria-label="Steps" className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {rotationSteps.map((name, index) => {
        const [title, text] = words[name];
        return (
          <li
            key={name}
            {...(index === now && { 'aria-current': 'step' as const })}
            className={classNames(
              'border-t-2 pt-2.5',
              index < now && 'border-accent',
              index === now && 'border-ink',
              index > now && 'border-line',
            )}
          >
            <p
              className={classNames(
                'flex items-center gap-1.5 font-medium',
                index > now ? 'text-ink-muted' : 'text-ink',
              )}
            >
              {index < now && <Check role="img" aria-label="Done:" className="size-4 text-accent" />}
              {title}
            </p>
            <p className="text-13 text-ink-muted">{text}</p>
          </li>
        );
      })}
    </ol>
  );
}
