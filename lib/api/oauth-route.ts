// The token plane's pipeline (contract §2): the list below is the order in which a request is checked. The
// method comes first, because a route file gives every method a handler.
import { newId } from '@/lib/core/ids';
import { OAuthError } from '@/lib/oauth';
import { clientAddress } from './client-address';
import type { Answer } from './exchange';
import type { TokenPlaneEndpoint, TokenPlaneExchange, TokenPlaneStep } from './oauth-exchange';
import { oauthErrorAnswer, oauthResponse, refuseOAuthMethod, toOAuthError } from './oauth-response';
import { answerClient } from './oauth-steps/answer-client';
import { authenticateClient } from './oauth-steps/authenticate-client';
import { limitAddress } from './oauth-steps/limit-address';
import { limitClient } from './oauth-steps/limit-client';
import { readForm } from './oauth-steps/read-form';
import { readParameters } from './oauth-steps/read-parameters';
import { recordTokenPlaneCall } from './record-call';
import type { RouteHandlers } from './partner-route';

// The names stand in the request log.
const steps: readonly (readonly [name: string, step: TokenPlaneStep])[] = [
  ['form', readForm],
  ['parameters', readParameters],
  ['limit_address', limitAddress],
  ['authenticate', authenticateClient],
  ['limit', limitClient],
  ['handle', answerClient],
];
const stepNames = steps.map(([name]) => name);

/** A request has this long in all (contract §3), also when a store neither answers nor refuses. */
const requestTimeoutMs = 20_000;

async function walk(exchange: TokenPlaneExchange): Promise<void> {
  for (const [, step] of steps) {
    await step(exchange);
    exchange.marks.push(performance.now());
  }
}

async function run(exchange: TokenPlaneExchange): Promise<Answer> {
  try {
    await withinTime(walk(exchange), requestTimeoutMs);
    return { status: 200, body: exchange.result === undefined ? '' : JSON.stringify(exchange.result) };
  } catch (thrown) {
    exchange.marks.push(performance.now());
    const error = toOAuthError(thrown, exchange.requestId);
    exchange.errorCode = error.code;
    return oauthErrorAnswer(error);
  }
}

/** @throws OAuthError `temporarily_unavailable` when `work` takes longer. */
async function withinTime(work: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    // Made when it is needed: an error notes where it was made, which costs as much as the rest of the pipeline.
    const fail = () => reject(new OAuthError('temporarily_unavailable', { retryAfterSeconds: 1 }));
    timer = setTimeout(fail, milliseconds);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function handle(endpoint: TokenPlaneEndpoint, request: Request): Promise<Response> {
  const exchange: TokenPlaneExchange = {
    request,
    requestId: newId('req'),
    startedAt: performance.now(),
    endpoint,
    address: clientAddress(request),
    marks: [],
  };
  const answer = await run(exchange);
  recordTokenPlaneCall(exchange, answer, answer.headers ?? {}, stepNames);
  return oauthResponse(request, exchange.requestId, answer);
}

/** Turns an endpoint of the token plane into the handlers that its route file exports. */
export function oauthRoute(endpoint: TokenPlaneEndpoint): RouteHandlers {
  const refuse = refuseOAuthMethod(['POST']);
  return {
    GET: refuse,
    HEAD: refuse,
    POST: (request) => handle(endpoint, request),
    PUT: refuse,
    PATCH: refuse,
    DELETE: refuse,
    OPTIONS: refuse,
  };
}
