// The `fetch` that openapi-fetch calls: bearer token, idempotency key, retries, and one new token after a 401.
import type { AccessTokens } from './access-token';
import { sendWithRetries, type RetryPolicy, type Surroundings } from './retry';

/** Sends one call of the API, as often as it takes. */
export function authorisedFetch(
  tokens: AccessTokens,
  retry: RetryPolicy,
  surroundings: Surroundings,
): (request: Request) => Promise<Response> {
  return async (original) => {
    const body = original.body === null ? undefined : await original.arrayBuffer();
    let token = '';
    const authorised = async (): Promise<Request> => {
      token = await tokens.current();
      const headers = new Headers(original.headers);
      headers.set('authorization', `Bearer ${token}`);
      return new Request(original.url, { method: original.method, headers, ...(body && { body }) });
    };
    const send = () => sendWithRetries(authorised, retry, surroundings, original.signal);
    const response = await send();
    if (response.status !== 401) return response;
    // Expired in flight, or revoked with its secret: a fresh token tells which.
    await response.body?.cancel();
    tokens.discard(token);
    return send();
  };
}
