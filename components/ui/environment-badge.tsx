import { FlaskConical, Zap } from 'lucide-react';
import { classNames } from './class-names';

/** Sandbox or live, said three ways: a word, an icon and a surface (hatched sand, solid evergreen). */
export function EnvironmentBadge({ livemode }: { livemode: boolean }) {
  const Icon = livemode ? Zap : FlaskConical;
  return (
    <span
      className={classNames(
        'inline-flex h-6 items-center gap-1 rounded-control border px-2 text-12 font-semibold whitespace-nowrap',
        livemode
          ? 'border-transparent bg-live text-live-ink'
          : 'hatch border-sandbox-line bg-sandbox text-sandbox-ink',
      )}
    >
      <Icon aria-hidden className="size-3.5" strokeWidth={2.25} />
      {livemode ? 'Live' : 'Sandbox'}
    </span>
  );
}
