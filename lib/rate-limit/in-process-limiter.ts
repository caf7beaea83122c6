// The limiter of one process: the embedded default, and what decides while Redis is away.
import type { BucketLimit } from '@/lib/core/limits';
import { bucketDecision, bucketState, windowDecision } from './decision';
import {
  decide,
  isLeaseAlive,
  leaseExpiry,
  levelAt,
  microsPerSecond,
  microTokensPerToken,
  type KeptLevel,
} from './model';
import type {
  BucketRequest,
  Lease,
  LimitDecision,
  Limiter,
  LimiterView,
  LimitRequest,
  WindowRequest,
} from './types';

interface KeptBucket {
  readonly level: KeptLevel;
  readonly limit: BucketLimit;
}

interface KeptWindow {
  used: number;
  readonly endsAtMicros: number;
}

const sweepEveryMicros = 10 * microsPerSecond;
const smallestSweep = 1024;

/** Microseconds of a clock that no one can set back. */
function monotonicMicros(): number {
  return Math.floor(performance.now() * 1000);
}

/** This process's part of a figure that `shares` processes divide; never less than 1. */
function share(figure: number, shares: number): number {
  return Math.max(1, Math.floor(figure / shares));
}

/**
 * Token buckets, leases and windows in memory. Only what is not full or not idle is kept.
 *
 * `shares`: how many processes divide every limit among themselves. The deny-list is not asked: its truth
 * reaches every process through the control feed.
 */
export class InProcessLimiter implements Limiter {
  readonly mode = 'in-process';
  readonly #shares: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, KeptBucket>();
  readonly #leases = new Map<string, Map<symbol, number>>();
  readonly #windows = new Map<string, KeptWindow>();
  readonly #dividedLimits = new WeakMap<BucketLimit, BucketLimit>();
  #sweepAtMicros = 0;
  #sweepAtSize = smallestSweep;

  constructor(shares = 1, nowMicros: () => number = monotonicMicros) {
    this.#shares = shares;
    this.#now = nowMicros;
  }

  /** How many things are kept in memory. */
  get size(): number {
    return this.#buckets.size + this.#windows.size + this.#leases.size;
  }

  async decide(request: LimitRequest): Promise<LimitDecision> {
    return this.decideNow(request);
  }

  async decideWindow(request: WindowRequest): Promise<LimitDecision> {
    return this.decideWindowNow(request);
  }

  async peek(request: Pick<LimitRequest, 'subject' | 'buckets'>): Promise<LimiterView> {
    return this.peekNow(request);
  }

  close(): void {
    // nothing runs in the background
  }

  /** As `decide`, at once. */
  decideNow({ subject, buckets, concurrent }: LimitRequest): LimitDecision {
    const now = this.#now();
    this.#sweepWhenDue(now);
    const keys = buckets.map((bucket) => `${subject} ${bucket.key}`);
    const limits = buckets.map((bucket) => this.#limitOf(bucket));
    const kept = keys.map((key) => this.#buckets.get(key)?.level);
    const slots = concurrent === undefined ? undefined : share(concurrent, this.#shares);
    const verdict = decide(kept, limits, now, slots, () => this.#leasesHeld(subject, slots ?? 0, now));
    verdict.kept.forEach((level, index) => {
      if (level) this.#buckets.set(keys[index] as string, { level, limit: limits[index] as BucketLimit });
    });
    const lease = verdict.outcome === 'allowed' && slots !== undefined ? this.#take(subject, now) : undefined;
    return bucketDecision(verdict.outcome, buckets, limits, verdict.levels, lease, 'local');
  }

  /** As `peek`, at once. */
  peekNow({ subject, buckets }: Pick<LimitRequest, 'subject' | 'buckets'>): LimiterView {
    const now = this.#now();
    const states = buckets.map((bucket) => {
      const limit = this.#limitOf(bucket);
      const level = levelAt(this.#buckets.get(`${subject} ${bucket.key}`)?.level, limit, now);
      return bucketState(bucket.policy, bucket.limit, limit, level);
    });
    return { buckets: states, inFlight: this.#leasesHeld(subject, 0, now) };
  }

  /** As `decideWindow`, at once. */
  decideWindowNow(request: WindowRequest): LimitDecision {
    const now = this.#now();
    this.#sweepWhenDue(now);
    const limit = share(request.limit, this.#shares);
    const key = `${request.subject} ${request.key}`;
    let window = this.#windows.get(key);
    if (!window || window.endsAtMicros <= now) {
      window = { used: 0, endsAtMicros: now + request.windowSeconds * microsPerSecond };
      this.#windows.set(key, window);
    }
    const allowed = window.used < limit;
    if (allowed) window.used++;
    return windowDecision(request, allowed, window.used, (window.endsAtMicros - now) / 1000, 'local', limit);
  }

  #limitOf({ limit }: BucketRequest): BucketLimit {
    if (this.#shares === 1) return limit;
    let divided = this.#dividedLimits.get(limit);
    if (!divided) {
      divided = {
        ratePerSecond: share(limit.ratePerSecond, this.#shares),
        burst: share(limit.burst, this.#shares),
      };
      this.#dividedLimits.set(limit, divided);
    }
    return divided;
  }

  #leasesHeld(subject: string, slots: number, now: number): number {
    const leases = this.#leases.get(subject);
    if (!leases || leases.size < slots) return leases?.size ?? 0;
    for (const [lease, expiresAt] of leases) if (!isLeaseAlive(expiresAt, now)) leases.delete(lease);
    return leases.size;
  }

  #take(subject: string, now: number): Lease {
    const id = Symbol();
    let leases = this.#leases.get(subject);
    if (!leases) {
      leases = new Map<symbol, number>();
      this.#leases.set(subject, leases);
    }
    leases.set(id, leaseExpiry(now));
    return {
      release: () => {
        const held = this.#leases.get(subject);
        if (held?.delete(id) && held.size === 0) this.#leases.delete(subject);
      },
    };
  }

  /** Forgets what is full or over: after some time, or once as much has been added as the last sweep left. */
  #sweepWhenDue(now: number): void {
    if (now < this.#sweepAtMicros && this.size < this.#sweepAtSize) return;
    for (const [key, { level, limit }] of this.#buckets) {
      if (levelAt(level, limit, now) === limit.burst * microTokensPerToken) this.#buckets.delete(key);
    }
    for (const [key, window] of this.#windows) if (window.endsAtMicros <= now) this.#windows.delete(key);
    for (const [subject, leases] of this.#leases) {
      for (const [lease, expiresAt] of leases) if (!isLeaseAlive(expiresAt, now)) leases.delete(lease);
      if (leases.size === 0) this.#leases.delete(subject);
    }
    this.#sweepAtMicros = now + sweepEveryMicros;
    this.#sweepAtSize = Math.max(smallestSweep, 2 * this.size);
  }
}
