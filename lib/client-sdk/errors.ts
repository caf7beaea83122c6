// Refusals as errors that a program can act on.
import type { components } from './generated/partner-v1';

type Envelope = components['schemas']['Error'];
type ErrorBody = Envelope['error'];

/** Codes are stable, messages are not: switch on this. */
export type PartnerErrorCode = ErrorBody['code'];

/** One failing field of a request. */
export type PartnerErrorDetail = NonNullable<ErrorBody['details']>[number];

function isEnvelope(body: unknown): body is Envelope {
  const error = (body as Partial<Envelope> | null | undefined)?.error as Partial<ErrorBody> | undefined;
  return typeof error?.code === 'string' && typeof error.message === 'string';
}

/** Whole seconds of `Retry-After`, or of the instant it names; undefined without a readable one. */
export function retryAfterSecondsOf(headers: Headers, now = Date.now()): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : Math.max(0, Math.ceil((instant - now) / 1000));
}

/** The API refused: `code` says why, `param` and `details` where, `requestId` is what support asks for. */
export class PartnerApiError extends Error {
  override readonly name = 'PartnerApiError';
  readonly status: number;
  readonly type: ErrorBody['type'];
  readonly code: PartnerErrorCode;
  /** Dotted path of the first failing field. */
  readonly param: string | undefined;
  /** Every failing field. */
  readonly details: readonly PartnerErrorDetail[];
  readonly docUrl: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  /** @param body the parsed answer; anything but our envelope (a proxy's page, say) counts as an answer of the server. */
  constructor(response: Response, body: unknown) {
    const unavailable = response.status === 429 ? 'rate_limited' : 'temporarily_unavailable';
    const error: Partial<ErrorBody> = isEnvelope(body) ? body.error : {};
    super(error.message ?? `The server answered ${response.status} without an explanation.`);
    this.status = response.status;
    this.type = error.type ?? 'api_error';
    this.code = error.code ?? unavailable;
    this.param = error.param;
    this.details = error.details ?? [];
    this.docUrl = error.doc_url;
    this.requestId = error.request_id ?? response.headers.get('credicorp-request-id') ?? undefined;
    this.retryAfterSeconds = retryAfterSecondsOf(response.headers);
  }
}

/** The token endpoint refused the client, the grant or the scope (RFC 6749 §5.2). */
export class PartnerOAuthError extends Error {
  override readonly name = 'PartnerOAuthError';
  readonly status: number;
  /** `invalid_client`, `invalid_scope`, … */
  readonly error: string;
  readonly requestId: string | undefined;

  constructor(response: Response, body: unknown) {
    const { error, error_description: description } = (body ?? {}) as Record<string, unknown>;
    const code = typeof error === 'string' ? error : 'server_error';
    super(typeof description === 'string' ? description : `The token endpoint answered ${response.status}.`);
    this.status = response.status;
    this.error = code;
    this.requestId = response.headers.get('credicorp-request-id') ?? undefined;
  }
}
