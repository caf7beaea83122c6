// One finished request as the pipelines hand it over: references only. Nothing is copied, parsed or redacted before
// the answer is on its way.
import type { BucketState } from '@/lib/rate-limit';

export interface FinishedCall {
  readonly requestId: string;
  /** Epoch milliseconds of arrival. */
  readonly at: number;
  readonly durationMs: number;
  readonly method: string;
  /** As `Request.url` spells it. */
  readonly url: string;
  /** Path parameters as they came. */
  readonly params: Readonly<Record<string, string>>;
  readonly operationId: string;
  readonly status: number;
  readonly errorCode: string | undefined;
  readonly errorParam: string | undefined;
  /** Undefined where nobody was authenticated. */
  readonly projectId: string | undefined;
  readonly clientId: string | undefined;
  readonly credentialId: string | undefined;
  /** On the token plane: the client id as a stranger sent it. */
  readonly claimedClientId: string | undefined;
  readonly address: string;
  /** Names and values as they came: name, value, name, value, … */
  readonly rawHeaders: readonly string[];
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** The parsed body; undefined when there was none or it could not be read. */
  readonly requestBody: unknown;
  /** The names that the operation's body may have. Others are strangers' words and are not kept. */
  readonly knownFields: () => ReadonlySet<string>;
  /** JSON text; empty when there is none. */
  readonly responseBody: string;
  readonly buckets: readonly BucketState[] | undefined;
  readonly idempotencyKey: string | undefined;
  /** `performance.now()` at the start, and at the end of each step that ran. */
  readonly startedAt: number;
  readonly marks: readonly number[];
  readonly stepNames: readonly string[];
}
