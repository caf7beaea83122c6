import { shareOfCurrent, type RotationSecret } from './rotation-state';

const count = (calls: number) => `${calls.toLocaleString('en-GB')} ${calls === 1 ? 'call' : 'calls'}`;

interface SplitBarProps {
  readonly old: RotationSecret;
  readonly current: RotationSecret;
}

/** Who is called with which secret, the last 24 hours: words first, bar second. */
export function SplitBar({ old, current }: SplitBarProps) {
  const percent = shareOfCurrent(old.calls_last_day, current.calls_last_day);
  return (
    <div role="group" aria-label="Calls by secret, last 24 hours">
      <dl className="flex flex-wrap justify-between gap-x-6 gap-y-2">
        <div>
          <dt className="flex items-center gap-1.5 text-13 text-ink-muted">
            <span aria-hidden className="size-2.5 rounded-[2px] bg-accent" />
            New secret …{current.hint}
          </dt>
          <dd className="numeric text-20 font-semibold" data-testid="calls-of-new">
            {count(current.calls_last_day)}
          </dd>
        </div>
        <div className="sm:text-right">
          <dt className="flex items-center gap-1.5 text-13 text-ink-muted sm:justify-end">
            <span aria-hidden className="size-2.5 rounded-[2px] bg-caution" />
            Old secret …{old.hint}
          </dt>
          <dd className="numeric text-20 font-semibold" data-testid="calls-of-old">
            {count(old.calls_last_day)}
          </dd>
        </div>
      </dl>
      <div aria-hidden className="mt-3 h-3 overflow-hidden rounded-full bg-line">
        {percent !== undefined && (
          <svg className="block size-full">
            <rect width="100%" height="100%" className="fill-caution" />
            <rect width={`${percent}%`} height="100%" className="fill-accent" />
          </svg>
        )}
      </div>
      <p className="numeric mt-1.5 text-13 text-ink-muted">
        {percent === undefined
          ? 'No calls in the last 24 hours.'
          : `${percent} % of the calls of the last 24 hours used the new secret.`}
      </p>
    </div>
  );
}
