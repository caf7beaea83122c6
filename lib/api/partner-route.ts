// THE pipeline of the partner ring (contract §3): the list below is the order in which a request is checked.
// A route file declares its operations; this turns them into one function for every HTTP method.
import { ApiError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { rateLimitHeaders } from '@/lib/rate-limit';
import { currentConnection } from './connection';
import { errorAnswer, toApiError } from './error-response';
import type { Answer, Exchange, Step } from './exchange';
import type { Method, Operation } from './operation';
import { recordResourceCall } from './record-call';
import { partnerHeaders } from './response-headers';
import { authenticate } from './steps/authenticate';
import { checkDeclaredLength } from './steps/declared-length';
import { execute } from './steps/execute';
import { readIdempotencyKey } from './steps/idempotency-key';
import { limit } from './steps/limit';
import { readInput } from './steps/read-input';
import { requireScope } from './steps/require-scope';
import { textResponse } from './text-response';

// The names stand in the request log.
const steps: readonly (readonly [name: string, step: Step])[] = [
  ['length', checkDeclaredLength],
  ['authenticate', authenticate],
  ['limit', limit],
  ['scope', requireScope],
  ['input', readInput],
  ['key', readIdempotencyKey],
  ['handle', execute],
];
const stepNames = steps.map(([name]) => name);

/** A request has this long in all (contract §3); then 503, and its transaction is rolled back. */
const requestTimeoutMs = 20_000;

/** Next, which serves these routes in development, has no parameters for a route without any. */
type Params = Promise<Record<string, string> | undefined>;
type Handle = (request: Request, context: { params: Params }) => Promise<Response>;

/** A handler as a route file exports it. `operation`: what it declares, for the OpenAPI document and the matrix tests. */
export type RouteHandler = Handle & {
  readonly operation?: Operation;
  /** Set on the handler of methods that the route does not have; our host gives it the exotic ones too. */
  readonly refusesMethod?: true;
};

const everyMethod = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
type AnyMethod = (typeof everyMethod)[number];

export type RouteHandlers = Readonly<Record<AnyMethod, RouteHandler>>;

function headersOf(
  exchange: Pick<Exchange, 'requestId' | 'buckets'>,
  answer: Answer,
): Record<string, string> {
  return {
    ...partnerHeaders(exchange.requestId),
    ...rateLimitHeaders(exchange.buckets),
    ...answer.headers,
  };
}

function respond(exchange: Pick<Exchange, 'requestId' | 'request'>, answer: Answer): Response {
  return textResponse(exchange.request, answer.status, answer.body, headersOf(exchange, answer));
}

/** Gives the lease back once the last byte is out, or at once where nobody can tell us when that is. */
function releaseWhenSent(exchange: Exchange): void {
  const { lease } = exchange;
  if (!lease) return;
  const connection = currentConnection();
  if (connection) connection.onResponseEnd(() => lease.release());
  else lease.release();
}

async function run(exchange: Exchange): Promise<Answer> {
  try {
    for (const [, step] of steps) {
      const pending = step(exchange);
      if (pending) await pending;
      exchange.marks.push(performance.now());
    }
    return exchange.answer as Answer;
  } catch (thrown) {
    exchange.marks.push(performance.now());
    const error = toApiError(thrown, exchange.requestId);
    exchange.errorCode = error.code;
    exchange.errorParam = error.param;
    return errorAnswer(error, exchange.requestId);
  }
}

/** Fires when the request's time is over; cancelled with the answer, so that no timer outlives its request. */
function startDeadline(): { readonly signal: AbortSignal; readonly cancel: () => void } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), requestTimeoutMs).unref();
  return { signal: controller.signal, cancel: () => clearTimeout(timer) };
}

async function handle(
  operation: Operation,
  request: Request,
  params: Record<string, string>,
): Promise<Response> {
  // A read has nothing to roll back: the timeouts of its one connection and statement bound it.
  const deadline = operation.kind === 'change' ? startDeadline() : undefined;
  const exchange: Exchange = {
    request,
    url: new URL(request.url),
    requestId: newId('req'),
    startedAt: performance.now(),
    operation,
    rawParams: params,
    marks: [],
    ...(deadline && { deadline: deadline.signal }),
  };
  const answer = await run(exchange);
  deadline?.cancel();
  releaseWhenSent(exchange);
  const headers = headersOf(exchange, answer);
  recordResourceCall(exchange, answer, headers, stepNames);
  return textResponse(request, answer.status, answer.body, headers);
}

/** The answer to a method the route does not have, OPTIONS included: there is no CORS on this ring. */
export function refuseMethod(allowed: readonly string[]): RouteHandler {
  const error = new ApiError('method_not_allowed', { headers: { allow: allowed.join(', ') } });
  const refuse: Handle = async (request) => {
    const requestId = newId('req');
    return respond({ requestId, request }, errorAnswer(error, requestId));
  };
  return Object.assign(refuse, { refusesMethod: true as const });
}

/** Needs no parameters, so it fits a route of any shape. */
type ParameterlessHandler = ((request: Request) => Promise<Response>) & { readonly refusesMethod: true };

const refuseRoute: ParameterlessHandler = Object.assign(
  async (request: Request) => {
    const requestId = newId('req');
    return respond({ requestId, request }, errorAnswer(new ApiError('route_not_found'), requestId));
  },
  { refusesMethod: true as const },
);

/** The handlers of a path that no route has. */
export const unknownRoute = Object.fromEntries(
  everyMethod.map((method) => [method, refuseRoute]),
) as Readonly<Record<AnyMethod, ParameterlessHandler>>;

/** Turns declared operations into the handlers that a route file exports. Every method is answered. */
export function partnerRoute(operations: Partial<Record<Method, Operation>>): RouteHandlers {
  const allowed = Object.keys(operations).flatMap((method) =>
    method === 'GET' ? ['GET', 'HEAD'] : [method],
  );
  const refuse = refuseMethod(allowed);
  const handlerFor = (method: AnyMethod): RouteHandler => {
    const operation = operations[method === 'HEAD' ? 'GET' : (method as Method)];
    if (!operation) return refuse;
    const handler: Handle = async (request, context) =>
      handle(operation, request, (await context.params) ?? {});
    return method === 'HEAD' ? handler : Object.assign(handler, { operation });
  };
  return Object.fromEntries(everyMethod.map((method) => [method, handlerFor(method)])) as RouteHandlers;
}
