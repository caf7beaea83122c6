// How the token plane answers: RFC 6749 JSON, never the envelope of the resource ring, never stored.
import { ApiError } from '@/lib/core/errors';
import { isDatabaseUnavailable } from '@/lib/db';
import { logger } from '@/lib/logging';
import { invalidRequest, OAuthError } from '@/lib/oauth';
import { newId } from '@/lib/core/ids';
import type { Answer } from './exchange';
import type { RouteHandler } from './partner-route';
import { partnerHeaders } from './response-headers';
import { textResponse } from './text-response';

const unavailable = (cause: unknown) =>
  new OAuthError('temporarily_unavailable', { retryAfterSeconds: 1, cause });

/** What a thrown value means to the caller. A database that is away is never the client's fault. */
export function toOAuthError(thrown: unknown, requestId: string): OAuthError {
  if (thrown instanceof OAuthError) return thrown;
  if (thrown instanceof ApiError && thrown.status === 503) return unavailable(thrown);
  if (isDatabaseUnavailable(thrown)) {
    logger().error({ err: thrown, request_id: requestId }, 'database unavailable');
    return unavailable(thrown);
  }
  logger().error({ err: thrown, request_id: requestId }, 'unexpected error');
  return new OAuthError('server_error', { cause: thrown });
}

/** RFC 6749 §5.2. */
export function oauthErrorAnswer({ code, description, status, headers }: OAuthError): Answer {
  const body = description === undefined ? { error: code } : { error: code, error_description: description };
  return { status, body: JSON.stringify(body), headers };
}

/** The response that `answer` is; `no-store` and JSON unless it is empty. */
export function oauthResponse(request: Request, requestId: string, answer: Answer): Response {
  const headers = { ...partnerHeaders(requestId), ...answer.headers };
  if (answer.body === '') {
    delete headers['content-type'];
    return new Response(null, { status: answer.status, headers });
  }
  return textResponse(request, answer.status, answer.body, headers);
}

/** Answers a method that the endpoint does not have. */
export function refuseOAuthMethod(allowed: readonly string[]): RouteHandler {
  const { code, description } = invalidRequest('This endpoint does not answer that method.');
  const answer = { status: 405, body: JSON.stringify({ error: code, error_description: description }), headers: { allow: allowed.join(', ') } }; // prettier-ignore
  const refuse = async (request: Request) => oauthResponse(request, newId('req'), answer);
  return Object.assign(refuse, { refusesMethod: true as const });
}
