// Documents that anyone may read and cache: keys, metadata, the OpenAPI document. They carry an ETag.
import { newId } from '@/lib/core/ids';
import { errorAnswer, toApiError } from './error-response';
import { etagMatches, etagOf } from './etag';
import { refuseMethod, type RouteHandler, type RouteHandlers } from './partner-route';
import { partnerHeaders } from './response-headers';
import { textResponse } from './text-response';

export interface DocumentDeclaration {
  readonly contentType: string;
  readonly maxAgeSeconds: number;
  /** The document as text. Throw an `ApiError` when it cannot be had. */
  readonly render: () => string | Promise<string>;
}

/** How a document's route refuses; the token plane has words of its own for it. */
export interface DocumentRefusals {
  readonly method: RouteHandler;
  readonly failure: (request: Request, thrown: unknown, requestId: string) => Response;
}

const envelopeRefusals: DocumentRefusals = {
  method: refuseMethod(['GET', 'HEAD']),
  failure: (request, thrown, requestId) => {
    const answer = errorAnswer(toApiError(thrown, requestId), requestId);
    const headers = { ...partnerHeaders(requestId), ...answer.headers };
    return textResponse(request, answer.status, answer.body, headers);
  },
};

/** Handlers of a cacheable document: GET and HEAD, 304 when unchanged, 405 otherwise. */
export function documentRoute(
  { contentType, maxAgeSeconds, render }: DocumentDeclaration,
  refusals: DocumentRefusals = envelopeRefusals,
): RouteHandlers {
  // Most documents are the same text again and again: it is hashed once.
  let tagged: { readonly text: string; readonly etag: string } | undefined;
  const serve: RouteHandler = async (request) => {
    const requestId = newId('req');
    try {
      const text = await render();
      if (tagged?.text !== text) tagged = { text, etag: etagOf(text) };
      const { etag } = tagged;
      const headers = {
        ...partnerHeaders(requestId),
        'content-type': contentType,
        'cache-control': `public, max-age=${maxAgeSeconds}`,
        etag,
      };
      if (etagMatches(request.headers.get('if-none-match'), etag))
        return new Response(null, { status: 304, headers });
      return textResponse(request, 200, text, headers);
    } catch (thrown) {
      return refusals.failure(request, thrown, requestId);
    }
  };
  const refuse = refusals.method;
  return {
    GET: serve,
    HEAD: serve,
    POST: refuse,
    PUT: refuse,
    PATCH: refuse,
    DELETE: refuse,
    OPTIONS: refuse,
  };
}
