// Exact counts of finished requests, kept in memory until the next flush. One map look-up a request.
import type { SubLimitName } from '@/lib/core/limits';
import { singleton } from '@/lib/core/singleton';
import { bucketOf, durationBounds } from './request-durations';

export interface CountedCall {
  readonly projectId: string;
  readonly operationId: string;
  readonly status: number;
  readonly requestId: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly durationMs: number;
  /** Undefined where nobody was authenticated. */
  readonly clientId: string | undefined;
  readonly credentialId: string | undefined;
  readonly address: string | undefined;
  /** Whether it asked the resource ring: what a project's first success is counted by. */
  readonly isResourceCall: boolean;
  /** The narrowest bucket that was asked, admitted or not; undefined for a call that came to none. */
  readonly meteredBy: 'project' | SubLimitName | undefined;
}

/** The calls of one minute, project, operation, status and credential. */
export interface CallCount {
  /** Epoch milliseconds of the whole minute. */
  readonly minute: number;
  readonly first: CountedCall;
  last: CountedCall;
  calls: number;
  durationUsSum: number;
  readonly buckets: number[];
  /** Calls that came to the limiter, by second of the minute; undefined when none did. */
  arrivals: Uint32Array | undefined;
  meteredBy: CountedCall['meteredBy'];
}

const minuteMs = 60_000;
const secondsPerMinute = 60;

/** Beyond so many different counts a process has lost its database for long; then the oldest data wins. */
const maximumCounts = 50_000;

export class CallCounters {
  #counts = new Map<string, CallCount>();
  #lost = 0;

  get size(): number {
    return this.#counts.size;
  }

  /** Calls that could not be counted, because the database was away for too long. */
  get lost(): number {
    return this.#lost;
  }

  count(call: CountedCall): void {
    const minute = call.at - (call.at % minuteMs);
    const key = `${minute} ${call.projectId} ${call.operationId} ${call.status} ${call.clientId} ${call.credentialId}`;
    let count = this.#counts.get(key);
    if (!count) {
      if (this.#counts.size >= maximumCounts) {
        this.#lost += 1;
        return;
      }
      const buckets = Array.from({ length: durationBounds.length + 1 }, () => 0);
      count = {
        minute,
        first: call,
        last: call,
        calls: 0,
        durationUsSum: 0,
        buckets,
        arrivals: undefined,
        meteredBy: undefined,
      };
      this.#counts.set(key, count);
    }
    count.last = call;
    count.calls += 1;
    count.durationUsSum += Math.round(call.durationMs * 1000);
    const bucket = bucketOf(call.durationMs / 1000);
    count.buckets[bucket] = (count.buckets[bucket] as number) + 1;
    if (call.meteredBy !== undefined) {
      count.meteredBy = call.meteredBy; // an operation asks the same buckets each time
      count.arrivals ??= new Uint32Array(secondsPerMinute);
      const second = Math.floor((call.at - minute) / 1000);
      count.arrivals[second] = (count.arrivals[second] as number) + 1;
    }
  }

  /** Everything counted since the last taking. */
  take(): Map<string, CallCount> {
    const taken = this.#counts;
    this.#counts = new Map<string, CallCount>();
    return taken;
  }

  /** Puts back what could not be written. */
  giveBack(counts: ReadonlyMap<string, CallCount>): void {
    for (const [key, older] of counts) {
      const newer = this.#counts.get(key);
      if (newer) {
        older.last = newer.last;
        older.calls += newer.calls;
        older.durationUsSum += newer.durationUsSum;
        newer.buckets.forEach(
          (calls, index) => (older.buckets[index] = (older.buckets[index] as number) + calls),
        );
        const arrivals = older.arrivals;
        if (arrivals)
          newer.arrivals?.forEach((calls, second) => (arrivals[second] = (arrivals[second] as number) + calls)); // prettier-ignore
        else older.arrivals = newer.arrivals;
        older.meteredBy ??= newer.meteredBy;
      }
      this.#counts.set(key, older);
    }
  }
}

/** The process's counters. */
export const callCounters = () => singleton('usage.call-counters', () => new CallCounters());
