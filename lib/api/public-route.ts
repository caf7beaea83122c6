// THE pipeline of the public ring (contract §11): no credential, a fixed window for each address and route, and
// answers that any origin may read and any cache may keep.
import type { z } from 'zod';
import { ApiError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { limiter, publicRingLimit, rateLimitHeaders, type BucketState } from '@/lib/rate-limit';
import { clientAddress } from './client-address';
import { errorAnswer, toApiError } from './error-response';
import { etagMatches, etagOf } from './etag';
import { refuseMethod, unknownRoute, type RouteHandler, type RouteHandlers } from './partner-route';
import { partnerHeaders } from './response-headers';
import { textResponse } from './text-response';
import { parseQuery } from './validation';

interface PublicDeclaration<Query extends z.ZodType> {
  /** Names the route's own window. */
  readonly route: string;
  readonly query: Query;
  readonly maxAgeSeconds: number;
  readonly handler: (call: {
    readonly params: Readonly<Record<string, string>>;
    readonly query: z.output<Query>;
  }) => Promise<unknown> | object;
}

// Reading is harmless and carries no credential, so anyone's page may do it.
const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Credicorp-Request-Id, ETag, RateLimit, RateLimit-Limit, RateLimit-Policy, RateLimit-Remaining, RateLimit-Reset, Retry-After',
} as const; // prettier-ignore

async function requireRoom(request: Request, route: string): Promise<readonly BucketState[]> {
  const decision = await limiter().decideWindow(publicRingLimit(clientAddress(request), route));
  if (decision.kind === 'revoked') throw new Error('A fixed window has no deny-list');
  if (decision.kind === 'denied') {
    throw new ApiError('rate_limited', {
      retryAfterSeconds: decision.retryAfterSeconds,
      message: 'This route answers 60 requests in 60 seconds to each address.',
      headers: rateLimitHeaders(decision.buckets),
    });
  }
  return decision.buckets;
}

/** The same refusal, so that a page on another origin can read why. */
function readableByAll<Handler extends RouteHandler>(refuse: Handler): Handler {
  const handler: RouteHandler = async (request, context) => {
    const response = await refuse(request, context);
    for (const [name, value] of Object.entries(corsHeaders)) response.headers.set(name, value);
    return response;
  };
  return Object.assign(handler, refuse);
}

const preflight: RouteHandler = async () =>
  new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders,
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'If-None-Match',
      'access-control-max-age': '86400',
    },
  });

/** Turns one public read into the handlers of a route file. */
export function publicRoute<Query extends z.ZodType>(declaration: PublicDeclaration<Query>): RouteHandlers {
  const serve: RouteHandler = async (request, context) => {
    const requestId = newId('req');
    const always = { ...partnerHeaders(requestId), ...corsHeaders };
    try {
      const buckets = await requireRoom(request, declaration.route);
      const query = parseQuery(declaration.query, new URL(request.url).searchParams);
      const body = JSON.stringify(await declaration.handler({ params: (await context.params) ?? {}, query }));
      const etag = etagOf(body);
      const headers = {
        ...always,
        ...rateLimitHeaders(buckets),
        'cache-control': `public, max-age=${declaration.maxAgeSeconds}`,
        etag,
      };
      if (etagMatches(request.headers.get('if-none-match'), etag))
        return new Response(null, { status: 304, headers });
      return textResponse(request, 200, body, headers);
    } catch (thrown) {
      const answer = errorAnswer(toApiError(thrown, requestId), requestId);
      return textResponse(request, answer.status, answer.body, { ...always, ...answer.headers });
    }
  };
  const refuse = readableByAll(refuseMethod(['GET', 'HEAD', 'OPTIONS']));
  return {
    GET: serve,
    HEAD: serve,
    OPTIONS: preflight,
    POST: refuse,
    PUT: refuse,
    PATCH: refuse,
    DELETE: refuse,
  };
}

/** The handlers of a path that no route of this ring has. */
export const unknownPublicRoute = Object.fromEntries(
  Object.entries(unknownRoute).map(([method, refuse]) => [method, readableByAll(refuse)]),
) as typeof unknownRoute;
