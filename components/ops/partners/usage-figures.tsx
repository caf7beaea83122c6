import { Stat } from '@/components/ui/stat';
import type { RequestForStaff } from '@/lib/ops';

type Figures = NonNullable<NonNullable<RequestForStaff['now']>['last_day']>;

const count = (value: number) => value.toLocaleString('en-GB');
const share = (value: number) => `${(value * 100).toFixed(value > 0 && value < 0.001 ? 2 : 1)} %`;

/** What the project did in a span, and how often its present tier was in the way. */
export function UsageFigures({ figures }: { figures: Figures }) {
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Stat label="Calls, last 24 hours" value={count(figures.calls)} />
      <Stat
        label="Throttled"
        value={count(figures.throttled)}
        note={`${share(figures.throttled_share)} of all calls`}
      />
      <Stat label="Other errors" value={count(figures.errors)} />
      <Stat
        label="Latency, p95"
        value={figures.p95_ms === null ? '–' : `${Math.round(figures.p95_ms)} ms`}
        note={figures.p99_ms === null ? undefined : `p99 ${Math.round(figures.p99_ms)} ms`}
      />
    </div>
  );
}
