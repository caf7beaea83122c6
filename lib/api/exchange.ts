// One request on its way through the pipeline. Each step reads what earlier steps learnt and adds its own.
import type { ClientActor } from '@/lib/core/actor';
import type { Clock } from '@/lib/core/clock';
import type { ProjectSnapshot } from '@/lib/core/project';
import type { AccessToken } from '@/lib/oauth';
import type { BucketState, Lease } from '@/lib/rate-limit';
import type { Operation } from './operation';

/** What goes out: a status, a body that is already text, further headers. */
export interface Answer {
  readonly status: number;
  /** JSON text; empty for 204. */
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Exchange {
  readonly request: Request;
  readonly url: URL;
  readonly requestId: string;
  /** `performance.now()` at arrival. */
  readonly startedAt: number;
  readonly operation: Operation;
  /** Path parameters as they came. */
  readonly rawParams: Readonly<Record<string, string>>;

  // authenticate
  token?: AccessToken;
  project?: ProjectSnapshot;
  actor?: ClientActor;
  clock?: Clock;
  // limit
  buckets?: readonly BucketState[];
  lease?: Lease | undefined;
  // read, validate
  input?: { params: unknown; query: unknown; body: unknown };
  /** The body as JSON, before validation: what the idempotency key is bound to. */
  payload?: unknown;
  // idempotency
  idempotencyKey?: string | undefined;
  // execute
  deadline?: AbortSignal;
  answer?: Answer;
  /** The code of the refusal, and the field that it names, when there was one. */
  errorCode?: string;
  errorParam?: string | undefined;
  /** `performance.now()` at the end of each step, in their order; the last one may be a refusal's. */
  readonly marks: number[];
}

/** One check or act of the pipeline. It refuses by throwing an `ApiError`. */
export type Step = (exchange: Exchange) => void | Promise<void>;

/** The value that an earlier step has set; a missing one is a fault in the order of steps. */
export function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`Pipeline order: ${what} is not known yet`);
  return value;
}
