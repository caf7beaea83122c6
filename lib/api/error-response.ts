// The only place where an error becomes a response of the partner ring (contract §5).
import { ApiError, isContractCode } from '@/lib/core/errors';
import { isDatabaseUnavailable } from '@/lib/db';
import { environment } from '@/lib/env';
import { logger } from '@/lib/logging';
import type { Answer } from './exchange';

/** What a thrown value means to the caller. Anything that is not a refusal of ours is logged in full. */
export function toApiError(thrown: unknown, requestId: string): ApiError {
  if (thrown instanceof ApiError) return thrown;
  if (isDatabaseUnavailable(thrown)) {
    logger().error({ err: thrown, request_id: requestId }, 'database unavailable');
    return new ApiError('temporarily_unavailable', { retryAfterSeconds: 1, cause: thrown });
  }
  logger().error({ err: thrown, request_id: requestId }, 'unexpected error');
  return new ApiError('server_error', { cause: thrown });
}

/** The envelope of §5 as text. */
export function errorBody(error: ApiError, requestId: string): string {
  return JSON.stringify({
    error: {
      type: error.type,
      code: error.code,
      message: error.message,
      ...(error.param === undefined ? {} : { param: error.param }),
      ...(error.details === undefined ? {} : { details: error.details }),
      ...(isContractCode(error.code) && { doc_url: `${environment().appUrl}/docs/errors/${error.code}` }),
      request_id: requestId,
    },
  });
}

/** The answer that tells the caller of `error`. */
export function errorAnswer(error: ApiError, requestId: string): Answer {
  return {
    status: error.status,
    body: errorBody(error, requestId),
    headers: {
      ...error.headers,
      ...(error.retryAfterSeconds === undefined ? {} : { 'retry-after': String(error.retryAfterSeconds) }),
    },
  };
}
