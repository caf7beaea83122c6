// Calls a route file's function with a Web `Request` and writes the `Response` it returns.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { errorAnswer, toApiError } from '@/lib/api/error-response';
import { partnerHeaders } from '@/lib/api/response-headers';
import { newId } from '@/lib/core/ids';
import type { Match, RouteModule } from './router';

type Handler = (
  request: Request,
  context: { params: Promise<Match['params']> },
) => Promise<Response> | Response;

// Every route file answers these; a method beyond them (TRACE, PROPFIND) gets the file's own 405.
const declaredMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

const matched = Symbol('matched route');
type Matched = IncomingMessage & { [matched]?: Match };

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}

/** The handler with which a route file refuses methods that it does not have. */
function refusingHandler(module: RouteModule): Handler | undefined {
  const handlers = Object.values(module).filter(isHandler);
  return handlers.find((handler) => (handler as { refusesMethod?: true }).refusesMethod === true);
}

function handlerFor(module: RouteModule, method: string): Handler {
  const handler = declaredMethods.has(method) ? module[method] : refusingHandler(module);
  if (isHandler(handler)) return handler;
  throw new Error(`A route file has no handler for ${method}`);
}

function failure(thrown: unknown): Response {
  const requestId = newId('req');
  const { status, body, headers } = errorAnswer(toApiError(thrown, requestId), requestId);
  return new Response(body, { status, headers: { ...partnerHeaders(requestId), ...headers } });
}

async function answer(request: Request, incoming: Matched, outgoing: ServerResponse): Promise<Response> {
  let response: Response;
  try {
    const { module, params } = incoming[matched] as Match;
    response = await handlerFor(module, incoming.method as string)(request, {
      params: Promise.resolve(params),
    });
  } catch (thrown) {
    response = failure(thrown);
  }
  // Whoever sends more than we read is not kept alive: the rest of the body would have to be read first.
  if (response.status === 413) outgoing.shouldKeepAlive = false;
  return response;
}

const adapter = getRequestListener(
  (request, env) => answer(request, env.incoming as Matched, env.outgoing as ServerResponse),
  // Next lives in this process: its globals stay native (web-globals.ts).
  { overrideGlobalObjects: false, hostname: 'localhost', errorHandler: failure },
);

/** Answers `incoming` by the route it matched. */
export function callRoute(match: Match, incoming: IncomingMessage, outgoing: ServerResponse): void {
  (incoming as Matched)[matched] = match;
  void adapter(incoming, outgoing);
}
