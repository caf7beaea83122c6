import { Stat } from '@/components/ui/stat';
import type { Overview } from '@/lib/console';
import { milliseconds } from './request-card';

const count = (value: number) => value.toLocaleString('en-GB');

/** The figures of the day, since midnight UTC. */
export function Today({ today }: { today: Overview['today'] }) {
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Stat label="Calls" value={count(today.calls)} />
      <Stat label="Errors" value={count(today.errors)} />
      <Stat label="Throttled" value={count(today.throttled)} />
      <Stat label="p95 latency" value={today.p95_ms === null ? '–' : milliseconds(today.p95_ms)} />
    </div>
  );
}
