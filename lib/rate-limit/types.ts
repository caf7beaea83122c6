// What the limiter is asked and what it answers. It never throws for a denial, and a store that cannot be
// asked is a third answer, not a denial (contract §4).
import type { BucketLimit } from '@/lib/core/limits';

/** One bucket that a request must pass, with the name its policy shows. */
export interface BucketRequest {
  /** `project`, a sub-limit's name, or a token-plane policy; stands in headers and messages. */
  readonly policy: string;
  /** Where the bucket is kept; without the shared prefix and hash tag. */
  readonly key: string;
  readonly limit: BucketLimit;
}

export interface LimitRequest {
  /** What all keys of this decision belong to (one Redis Cluster slot): a project id or an address. */
  readonly subject: string;
  /** Decided all-or-nothing, in this order. */
  readonly buckets: readonly BucketRequest[];
  /** Requests in flight at once; left out where concurrency is not metered. */
  readonly concurrent?: number;
  /** Subjects of the deny-list to look for first: jti, credential id, client id, project id. */
  readonly denySubjects?: readonly string[];
}

/** A bucket after the decision. */
export interface BucketState {
  readonly policy: string;
  readonly limit: BucketLimit;
  /** Whole tokens left. */
  readonly remaining: number;
  /** Whole seconds until it is full, rounded up; 0 when full. */
  readonly resetSeconds: number;
  /** Whole seconds until the next token, rounded up; undefined when full. */
  readonly nextTokenSeconds: number | undefined;
}

/** A slot in flight. Give it back once the handler and the response have ended. */
export interface Lease {
  release(): void;
}

export type LimitDecision =
  | {
      readonly kind: 'allowed';
      readonly buckets: readonly BucketState[];
      readonly lease: Lease | undefined;
      /** Who decided. `local`: Redis was away, and its deny-list could not be asked. */
      readonly decidedBy: 'redis' | 'local';
    }
  | {
      readonly kind: 'denied';
      readonly reason: 'rate' | 'concurrency';
      /** The policy that refused. */
      readonly policy: string;
      /** Whole seconds, at least the true wait; 1 for concurrency. */
      readonly retryAfterSeconds: number;
      readonly buckets: readonly BucketState[];
    }
  /** A deny-list entry was found; nothing was taken. `subject` is the entry. */
  | { readonly kind: 'revoked'; readonly subject: string };

/** Buckets and slots as they are, for meters. */
export interface LimiterView {
  readonly buckets: readonly BucketState[];
  /** Requests of the subject in flight. */
  readonly inFlight: number;
}

/** A fixed window that a request must fit into (public ring). */
export interface WindowRequest {
  /** What the counter belongs to: an address. */
  readonly subject: string;
  readonly policy: string;
  /** Where the counter is kept; without the shared prefix and hash tag. */
  readonly key: string;
  /** Requests in one window. */
  readonly limit: number;
  /** Length of the window, which starts with its first request. */
  readonly windowSeconds: number;
}

/** For /readyz and /metrics: `fallback` is a Redis limiter whose Redis is away. */
export type LimiterMode = 'in-process' | 'redis' | 'fallback';

export interface Limiter {
  /** Decides token buckets, concurrency and deny-list. Never rejects. */
  decide(request: LimitRequest): Promise<LimitDecision>;
  /** Decides a fixed window; never `revoked`. Its one state has the window's limit as burst. Never rejects. */
  decideWindow(request: WindowRequest): Promise<LimitDecision>;
  /** What is left now; takes nothing. Never rejects. */
  peek(request: Pick<LimitRequest, 'subject' | 'buckets'>): Promise<LimiterView>;
  readonly mode: LimiterMode;
  /** Stops timers and background work. Connections are closed by `closeRedis`. */
  close(): void;
}
