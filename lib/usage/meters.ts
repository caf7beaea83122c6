// The three live meters of a project: sustained rate, burst tokens left, slots in flight (product §1 Usage).
import { setTimeout } from 'node:timers/promises';
import type { ProjectLimits } from '@/lib/core/limits';
import { firstIdAt } from '@/lib/core/ids';
import { bucketsOf, limiter } from '@/lib/rate-limit';
import { countRecentCalls } from './repository/read';

const rateOverSeconds = 10;
/** Rows are written so late at most; the rate is that of the seconds before. */
const writtenAfterMs = 1_000;
const everyMs = 1_000;

interface MeteredProject {
  readonly id: string;
  readonly limits: ProjectLimits;
}

/** The meters now. */
export async function readMeters({ id, limits }: MeteredProject) {
  const to = Date.now() - writtenAfterMs;
  const from = to - rateOverSeconds * 1000;
  const [view, calls] = await Promise.all([
    limiter().peek({ subject: id, buckets: bucketsOf(limits) }),
    countRecentCalls(id, {
      fromId: firstIdAt('req', from),
      toId: firstIdAt('req', to),
      from: new Date(from),
      to: new Date(to),
    }),
  ]);
  return {
    at: new Date().toISOString(),
    rate: { per_second: calls / rateOverSeconds, limit_per_second: limits.bucket.ratePerSecond },
    tokens: { remaining: view.buckets[0]?.remaining ?? limits.bucket.burst, burst: limits.bucket.burst },
    slots: { in_flight: view.inFlight, limit: limits.concurrent },
  };
}

export type Meters = Awaited<ReturnType<typeof readMeters>>;

/** Yields the meters once a second until `signal` fires. `project`: read anew each time, for its limits may change. */
export async function* watchMeters(
  project: () => Promise<MeteredProject | null>,
  signal: AbortSignal,
): AsyncGenerator<Meters> {
  while (!signal.aborted) {
    const metered = await project();
    if (!metered) return;
    yield await readMeters(metered);
    await setTimeout(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
