// Hands a finished request to the metrics, the exact counts and the request log. References only: this runs before
// the answer is on its way.
import { clientAddress } from './client-address';
import { currentConnection } from './connection';
import type { Answer, Exchange } from './exchange';
import { knownFields } from './known-fields';
import type { TokenPlaneExchange } from './oauth-exchange';
import { logRequest } from '@/lib/request-log';
import { countCall, recordUsage, type CountedCall } from '@/lib/usage';

type Headers = Readonly<Record<string, string>>;

/** Milliseconds since 1970 at which a request arrived that started at `startedAt` of the monotonic clock. */
const arrival = (startedAt: number) => Math.round(performance.timeOrigin + startedAt);

function rawHeadersOf(request: Request): readonly string[] {
  return currentConnection()?.rawHeaders ?? [...request.headers].flat();
}

/** Notes a finished request of the resource ring. */
export function recordResourceCall(
  exchange: Exchange,
  answer: Answer,
  responseHeaders: Headers,
  stepNames: readonly string[],
): void {
  const { operation, request, requestId, token, project, errorCode } = exchange;
  const call = {
    requestId,
    operationId: operation.operationId,
    projectId: project?.id,
    clientId: token?.clientId,
    credentialId: token?.credentialId,
    status: answer.status,
    errorCode,
    durationMs: performance.now() - exchange.startedAt,
    at: arrival(exchange.startedAt),
    address: clientAddress(request),
  };
  recordUsage(call);
  if (call.projectId !== undefined) {
    const meteredBy = exchange.buckets?.at(-1)?.policy as CountedCall['meteredBy'];
    countCall({ ...call, projectId: call.projectId, isResourceCall: true, meteredBy });
  }
  logRequest({
    ...call,
    method: request.method,
    url: request.url,
    params: exchange.rawParams,
    errorParam: exchange.errorParam,
    claimedClientId: undefined,
    rawHeaders: rawHeadersOf(request),
    responseHeaders,
    requestBody: exchange.payload,
    knownFields: () => knownFields(operation),
    responseBody: answer.body,
    buckets: exchange.buckets,
    idempotencyKey: exchange.idempotencyKey,
    startedAt: exchange.startedAt,
    stepNames,
    marks: exchange.marks,
  });
}

const formFields = new Set(['grant_type', 'scope', 'client_id', 'client_assertion_type', 'token_type_hint', 'audience', 'resource']); // prettier-ignore

function claimedClientId({ presented, parameters }: TokenPlaneExchange): string | undefined {
  if (presented && presented.method !== 'none') return presented.clientId;
  return parameters?.get('client_id');
}

/** Notes a finished request of the token plane. */
export function recordTokenPlaneCall(
  exchange: TokenPlaneExchange,
  answer: Answer,
  responseHeaders: Headers,
  stepNames: readonly string[],
): void {
  const { endpoint, request, requestId, client, project, errorCode } = exchange;
  const call = {
    requestId,
    operationId: endpoint.operationId,
    projectId: project?.id,
    clientId: client?.client.id,
    credentialId: client?.credentialId,
    status: answer.status,
    errorCode,
    durationMs: performance.now() - exchange.startedAt,
    at: arrival(exchange.startedAt),
    address: exchange.address,
  };
  recordUsage(call);
  if (call.projectId !== undefined)
    countCall({ ...call, projectId: call.projectId, isResourceCall: false, meteredBy: undefined });
  logRequest({
    ...call,
    method: request.method,
    url: request.url,
    params: {},
    errorParam: undefined,
    claimedClientId: claimedClientId(exchange),
    rawHeaders: rawHeadersOf(request),
    responseHeaders,
    requestBody: exchange.pairs && Object.fromEntries(exchange.pairs),
    knownFields: () => formFields,
    responseBody: answer.body,
    buckets: undefined,
    idempotencyKey: undefined,
    startedAt: exchange.startedAt,
    stepNames,
    marks: exchange.marks,
  });
}
