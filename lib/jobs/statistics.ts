// What became of the jobs this process ran. Counters only: /metrics reads them, nothing resets them.
import { singleton } from '@/lib/core/singleton';

export interface JobStatistics {
  succeeded: number;
  /** Tries that threw. */
  failed: number;
  /** Jobs that used up their tries: somebody has to look. */
  exhausted: number;
}

/** Counters by job name, since this process started. */
export function jobStatistics(): ReadonlyMap<string, Readonly<JobStatistics>> {
  return singleton('jobs.statistics', () => new Map<string, JobStatistics>());
}

/** Counts one run. */
export function countJob(name: string, result: keyof JobStatistics): void {
  const all = jobStatistics() as Map<string, JobStatistics>;
  const counters = all.get(name) ?? { succeeded: 0, failed: 0, exhausted: 0 };
  counters[result] += 1;
  all.set(name, counters);
}
