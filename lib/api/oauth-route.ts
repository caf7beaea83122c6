// The token plane's pipeline (contract §2): the list below is the order in which a request is checked. The
// method comes first, because a route file gives every method a handler.
import { newId } from '@/lib/core/ids';
import { recordUsage } from '@/lib/usage';
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
import type { RouteHandlers } from './partner-route';

const steps: readonly TokenPlaneStep[] = [
  readForm,
  readParameters,
  limitAddress,
  authenticateClient,
  limitClient,
  answerClient,
];

async function run(exchange: TokenPlaneExchange): Promise<Answer> {
  try {
    for (const step of steps) await step(exchange);
    return { status: 200, body: exchange.result === undefined ? '' : JSON.stringify(exchange.result) };
  } catch (thrown) {
    const error = toOAuthError(thrown, exchange.requestId);
    exchange.errorCode = error.code;
    return oauthErrorAnswer(error);
  }
}

async function handle(endpoint: TokenPlaneEndpoint, request: Request): Promise<Response> {
  const exchange: TokenPlaneExchange = {
    request,
    requestId: newId('req'),
    startedAt: performance.now(),
    endpoint,
    address: clientAddress(request),
  };
  const answer = await run(exchange);
  recordUsage({
    requestId: exchange.requestId,
    operationId: endpoint.operationId,
    projectId: exchange.project?.id,
    clientId: exchange.client?.client.id,
    status: answer.status,
    errorCode: exchange.errorCode,
    durationMs: performance.now() - exchange.startedAt,
  });
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
