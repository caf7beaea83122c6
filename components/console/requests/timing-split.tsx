import type { RequestDetail } from '@/lib/request-log';

const fills = ['var(--chart-first)', 'var(--chart-second)', 'var(--chart-third)', 'var(--chart-throttled)', 'var(--ink-muted)']; // prettier-ignore

const words = (step: string) =>
  step
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();

/** Where the time went: a bar of its steps, and the same as a list. */
export function TimingSplit({ request }: { request: Pick<RequestDetail, 'timings_ms' | 'duration_ms'> }) {
  const { timings_ms: steps, duration_ms: total } = request;
  const whole = Math.max(
    total,
    steps.reduce((sum, step) => sum + step.duration_ms, 0),
  );
  const starts = steps.map((_, index) =>
    steps.slice(0, index).reduce((sum, step) => sum + step.duration_ms, 0),
  );
  const share = (milliseconds: number) => `${whole === 0 ? 0 : (milliseconds / whole) * 100}%`;
  return (
    <>
      <svg aria-hidden className="mb-2 block h-2.5 w-full rounded-full bg-line">
        {steps.map(({ step, duration_ms }, index) => (
          <rect
            key={step}
            x={share(starts[index] ?? 0)}
            width={share(duration_ms)}
            height="100%"
            fill={fills[index % fills.length]}
          />
        ))}
      </svg>
      <ul className="grid gap-x-8 text-13 sm:grid-cols-2">
        {steps.map(({ step, duration_ms }, index) => (
          <li key={step} className="flex items-center justify-between gap-3 py-0.5 text-ink-soft">
            <span className="flex items-center gap-2">
              <svg aria-hidden viewBox="0 0 8 8" className="size-2">
                <rect width="8" height="8" rx="2" fill={fills[index % fills.length]} />
              </svg>
              {words(step)}
            </span>
            <span className="numeric">{duration_ms.toFixed(2)} ms</span>
          </li>
        ))}
      </ul>
    </>
  );
}
