// THE pipeline of people (consoles and sign-in): the list below is the order in which a request is checked. It holds
// without proxy.ts, and a route file can only declare.
import { newId } from '@/lib/core/ids';
import { clientAddress } from './client-address';
import { errorAnswer, toApiError } from './error-response';
import { required } from './exchange';
import { refuseMethod } from './partner-route';
import { partnerHeaders } from './response-headers';
import type { SessionExchange, SessionStep } from './session-exchange';
import type { SessionOperation } from './session-operation';
import { authenticateSession } from './session-steps/authenticate-session';
import { executeSession } from './session-steps/execute-session';
import { openStream } from './session-steps/open-stream';
import { readSessionInput } from './session-steps/read-session-input';
import { requireOwnOrigin } from './session-steps/require-own-origin';
import { requireOwnProject } from './session-steps/require-own-project';
import { requireRole } from './session-steps/require-role';
import { requireStepUp } from './session-steps/require-step-up';
import { checkDeclaredLength } from './steps/declared-length';
import { textResponse } from './text-response';

const steps: readonly SessionStep[] = [
  checkDeclaredLength,
  requireOwnOrigin,
  authenticateSession,
  requireRole,
  requireOwnProject,
  readSessionInput,
  requireStepUp,
  (exchange) => (exchange.operation.kind === 'stream' ? openStream(exchange) : executeSession(exchange)),
];

type Handle = (
  request: Request,
  // Next gives a route without parameters none at all.
  context: { params: Promise<Record<string, string | string[]> | undefined> },
) => Promise<Response>;
/** A handler as a route file exports it, with what it declares. */
export type SessionRouteHandler = Handle & { readonly operation?: SessionOperation };

export type SessionMethod = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
const everyMethod = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const;
export type SessionRouteHandlers = Readonly<Record<SessionMethod, SessionRouteHandler>>;

function refusal(request: Request, thrown: unknown, requestId: string): Response {
  const { status, body, headers } = errorAnswer(toApiError(thrown, requestId), requestId);
  return textResponse(request, status, body, { ...partnerHeaders(requestId), ...headers });
}

async function handle(
  operation: SessionOperation,
  request: Request,
  params: Record<string, string | string[]>,
): Promise<Response> {
  const requestId = newId('req');
  const userAgent = request.headers.get('user-agent') ?? '';
  const exchange: SessionExchange = {
    request,
    url: new URL(request.url),
    requestId,
    operation,
    rawParams: Object.fromEntries(
      // A catch-all parameter is the rest of the path.
      Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.join('/') : value]),
    ),
    caller: { address: clientAddress(request), userAgent, requestId },
  };
  try {
    for (const step of steps) await step(exchange);
    return required(exchange.response, 'response');
  } catch (thrown) {
    return refusal(request, thrown, requestId);
  }
}

/** Turns declared operations into the handlers that a route file exports. Methods it does not have get 405. */
export function sessionRoute(
  operations: Partial<Record<SessionMethod, SessionOperation>>,
): SessionRouteHandlers {
  const refuse = refuseMethod(Object.keys(operations));
  const handlerFor = (method: SessionMethod): SessionRouteHandler => {
    const operation = operations[method];
    if (!operation) return refuse as unknown as SessionRouteHandler;
    const handler: Handle = async (request, context) =>
      handle(operation, request, (await context.params) ?? {});
    return Object.assign(handler, { operation });
  };
  return Object.fromEntries(
    everyMethod.map((method) => [method, handlerFor(method)]),
  ) as SessionRouteHandlers;
}
