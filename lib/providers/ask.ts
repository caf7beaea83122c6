// Asks a provider with a time limit that holds even if its adapter ignores the signal.
import { ProviderUnavailable } from './unavailable';

export interface AskOptions {
  readonly provider: string;
  readonly timeoutMs: number;
  /** Ends the question early: the request's deadline, the worker's shutdown. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * The provider's answer.
 *
 * @throws ProviderUnavailable when it fails, or is silent for `timeoutMs`.
 */
export async function ask<T>(
  question: (signal: AbortSignal) => Promise<T>,
  { provider, timeoutMs, signal }: AskOptions,
): Promise<T> {
  const limit = AbortSignal.timeout(timeoutMs);
  const either = signal ? AbortSignal.any([limit, signal]) : limit;
  const { promise: cut, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(new ProviderUnavailable(provider, { cause: either.reason }));
  if (either.aborted) onAbort();
  else either.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([question(either), cut]);
  } catch (error) {
    if (error instanceof ProviderUnavailable) throw error;
    throw new ProviderUnavailable(provider, { cause: error });
  } finally {
    either.removeEventListener('abort', onAbort);
  }
}
