// What the browser knows of a refusal: the error envelope of our JSON routes as a typed error.

/** One failing field, by the name that the request gave it. */
export interface FieldProblem {
  readonly param: string;
  readonly message: string;
}

interface ClientErrorFacts {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly requestId?: string | undefined;
  readonly details?: readonly FieldProblem[];
  readonly retryAfterSeconds?: number | undefined;
}

/** A refusal, or the lack of an answer (`status` 0). `requestId` is what a reader quotes to support. */
export class ClientError extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | undefined;
  readonly details: readonly FieldProblem[];
  readonly retryAfterSeconds: number | undefined;

  constructor(facts: ClientErrorFacts) {
    super(facts.message);
    this.name = 'ClientError';
    this.status = facts.status;
    this.code = facts.code;
    this.requestId = facts.requestId;
    this.details = facts.details ?? [];
    this.retryAfterSeconds = facts.retryAfterSeconds;
  }
}

/** There was no answer at all: offline, aborted, or the server is being restarted. */
export function unreachable(): ClientError {
  return new ClientError({
    status: 0,
    code: 'unreachable',
    message: 'We could not reach the server. Check your connection, then try again.',
  });
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function fields(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { param, message } = entry as Record<string, unknown>;
    return typeof param === 'string' && typeof message === 'string' ? [{ param, message }] : [];
  });
}

/** Reads the envelope `{ error: { code, message, param?, details?, request_id } }`; anything else is a broken answer. */
export function errorFrom(response: Response, body: unknown): ClientError {
  const envelope =
    typeof body === 'object' && body !== null ? (body as Record<string, unknown>)['error'] : undefined;
  const error =
    typeof envelope === 'object' && envelope !== null ? (envelope as Record<string, unknown>) : {};
  const message = text(error['message']) ?? 'The server gave an answer that this page does not understand.';
  const param = text(error['param']);
  const details = fields(error['details']);
  const retryAfter = Number(response.headers.get('retry-after'));
  return new ClientError({
    status: response.status,
    code: text(error['code']) ?? 'unexpected_answer',
    message,
    requestId: text(error['request_id']) ?? text(response.headers.get('credicorp-request-id')),
    details: details.length > 0 || param === undefined ? details : [{ param, message }],
    retryAfterSeconds: retryAfter > 0 ? retryAfter : undefined,
  });
}
