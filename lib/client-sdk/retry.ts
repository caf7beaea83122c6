// Sends a request again when that can help: the network failed, or the server said "later". Every write carries an
// idempotency key, so a repetition never does a thing twice.
import { retryAfterSecondsOf } from './errors';

export interface RetryPolicy {
  /** Tries in all, the first included. Default 5. */
  readonly attempts?: number;
  /** First pause without `Retry-After`; it doubles from try to try. Default 250. */
  readonly baseMilliseconds?: number;
  /** Longest pause without `Retry-After`. Default 8,000. */
  readonly capMilliseconds?: number;
  /** A `Retry-After` above this is not waited out: the refusal is yours. Default 60. */
  readonly longestRetryAfterSeconds?: number;
  /** After this a try counts as failed. Default 30,000. */
  readonly timeoutMilliseconds?: number;
}

const defaults: Required<RetryPolicy> = {
  attempts: 5,
  baseMilliseconds: 250,
  capMilliseconds: 8_000,
  longestRetryAfterSeconds: 60,
  timeoutMilliseconds: 30_000,
};

/** What a retry needs of the world; tests put their own in its place. */
export interface Surroundings {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Resolves after the pause; rejects with the signal's reason when it is aborted before. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** 0 ≤ x < 1 */
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, milliseconds);
    if (signal?.aborted) onAbort();
    else signal?.addEventListener('abort', onAbort, { once: true });
  });
}

export const realSurroundings: Surroundings = {
  fetch: (request) => globalThis.fetch(request),
  sleep,
  random: Math.random,
  now: Date.now,
};

const retryableStatuses = new Set([429, 500, 502, 503, 504]);

/** Ours say 409 while the first try of the same key is still running; its answer is about to be there. */
async function isStillRunning(response: Response): Promise<boolean> {
  if (response.status !== 409 || !response.headers.has('retry-after')) return false;
  const body = (await response
    .clone()
    .json()
    .catch(() => undefined)) as { error?: { code?: string } } | undefined;
  return body?.error?.code === 'idempotency_key_in_progress';
}

/**
 * Sends what `request` makes until an answer is final.
 *
 * @param request makes a fresh request for each try, the same one each time.
 * @param signal the caller's: aborting it ends the try and the pause.
 * @returns the last answer, a refusal included; the body is not read.
 * @throws the last network error when no try had an answer; the signal's reason when it was aborted.
 */
export async function sendWithRetries(
  request: () => Request | Promise<Request>,
  policy: RetryPolicy,
  surroundings: Surroundings,
  signal?: AbortSignal,
): Promise<Response> {
  const { attempts, baseMilliseconds, capMilliseconds, longestRetryAfterSeconds, timeoutMilliseconds } = {
    ...defaults,
    ...policy,
  };
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    const last = attempt >= attempts;
    // Half of the pause is chance, so that many programs do not come back in step.
    const backoff = Math.min(capMilliseconds, baseMilliseconds * 2 ** (attempt - 1));
    let pause = backoff * (0.5 + surroundings.random() / 2);
    // Outside the try: no token is no fault of the network.
    const made = await request();
    try {
      const limits = [AbortSignal.timeout(timeoutMilliseconds), ...(signal ? [signal] : [])];
      const response = await surroundings.fetch(new Request(made, { signal: AbortSignal.any(limits) }));
      const repeatable = retryableStatuses.has(response.status) || (await isStillRunning(response));
      if (last || !repeatable) return response;
      const retryAfter = retryAfterSecondsOf(response.headers, surroundings.now());
      if (retryAfter !== undefined && retryAfter > longestRetryAfterSeconds) return response;
      if (retryAfter !== undefined) pause = Math.max(retryAfter * 1000 + surroundings.random() * 250, 50);
      await response.body?.cancel();
    } catch (error) {
      if (last || signal?.aborted) throw error;
    }
    await surroundings.sleep(pause, signal);
  }
}
