import { FlaskConical, Zap } from 'lucide-react';
import { classNames } from '@/components/ui/class-names';

/** Says over the whole width which world the page is of. */
export function EnvironmentBand({ livemode }: { livemode: boolean }) {
  const Icon = livemode ? Zap : FlaskConical;
  return (
    <p
      className={classNames(
        'flex h-7 items-center justify-center gap-1.5 px-4 text-12 font-medium',
        livemode ? 'bg-live text-live-ink' : 'hatch border-b border-sandbox-line bg-sandbox text-sandbox-ink',
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.25} />
      <span className="truncate">
        {livemode ? 'Live: real companies, real money' : 'Sandbox: simulated companies, no money moves'}
      </span>
    </p>
  );
}
