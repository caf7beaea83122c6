// Routes for whoever operates this server: no credential of a partner, no metering, the envelope for refusals.
import { newId } from '@/lib/core/ids';
import { errorAnswer, toApiError } from './error-response';
import type { Answer } from './exchange';
import { refuseMethod, type RouteHandlers } from './partner-route';
import { partnerHeaders } from './response-headers';
import { textResponse } from './text-response';

/** Turns one read into the handlers of a route file. */
export function probeRoute(read: (request: Request) => Promise<Answer> | Answer): RouteHandlers {
  const refuse = refuseMethod(['GET', 'HEAD']);
  const handle = async (request: Request): Promise<Response> => {
    const requestId = newId('req');
    let answer: Answer;
    try {
      answer = await read(request);
    } catch (thrown) {
      answer = errorAnswer(toApiError(thrown, requestId), requestId);
    }
    const headers = { ...partnerHeaders(requestId), ...answer.headers };
    return textResponse(request, answer.status, answer.body, headers);
  };
  return {
    GET: handle,
    HEAD: handle,
    POST: refuse,
    PUT: refuse,
    PATCH: refuse,
    DELETE: refuse,
    OPTIONS: refuse,
  };
}
