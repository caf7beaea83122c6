// The one catalogue of partner-facing errors (contract §5): a code carries its status, type and page.
// An error has two texts: `message` is public, `cause` and the log are ours.

export type ErrorType = 'invalid_request_error' | 'authentication_error' | 'rate_limit_error' | 'api_error';

interface CatalogueEntry {
  readonly status: number;
  readonly type: ErrorType;
  /** One sentence: what happened. The default public message. */
  readonly summary: string;
  /** What to do about it; shown on the code's page of the documentation. */
  readonly remedy: string;
}

const request = 'invalid_request_error';
const authentication = 'authentication_error';

export const errorCatalogue = {
  invalid_json: { status: 400, type: request, summary: 'The body is not JSON that this API can read without guessing.', remedy: 'Send one JSON object in UTF-8: no duplicate members, no numbers beyond 2^53, at most 32 levels deep.' },
  missing_content_type: { status: 400, type: request, summary: 'The body must be sent as application/json.', remedy: 'Set `Content-Type: application/json`.' },
  unknown_field: { status: 400, type: request, summary: 'The body has a field that this route does not know.', remedy: 'Remove the field named in `param`, or check its spelling against the API reference.' },
  idempotency_key_malformed: { status: 400, type: request, summary: 'The Idempotency-Key header is malformed.', remedy: 'Send exactly one key of 1–255 printable ASCII characters without quotes inside or commas; a UUID is a good one.' },
  idempotency_key_missing: { status: 400, type: request, summary: 'This route requires an Idempotency-Key header.', remedy: 'Send a fresh key for each operation, and the same key again when you retry it.' },
  cursor_invalid: { status: 400, type: request, summary: 'The cursor was not issued for this list.', remedy: 'Start without a cursor, and pass `next_cursor` on unchanged with the same filters.' },
  parameter_invalid: { status: 400, type: request, summary: 'A query parameter is unknown or has a value that cannot be used.', remedy: 'Check the parameter named in `param` against the API reference.' },
  malformed_request: { status: 400, type: request, summary: 'The request could not be read as HTTP.', remedy: 'Send the token once, in the Authorization header, and a well-formed path and headers.' },
  missing_api_key: { status: 401, type: authentication, summary: 'This route needs an access token.', remedy: 'Mint a token at /partner/v1/oauth/token and send it as `Authorization: Bearer …`.' },
  invalid_api_key: { status: 401, type: authentication, summary: 'The access token is not one of ours.', remedy: 'Send the token exactly as the token endpoint returned it.' },
  token_expired: { status: 401, type: authentication, summary: 'The access token has expired.', remedy: 'Mint a new token and repeat the request once.' },
  token_revoked: { status: 401, type: authentication, summary: 'The access token, or the credential that minted it, was revoked.', remedy: 'Check which secret your service uses; mint with one that is still live.' },
  audience_mismatch: { status: 401, type: authentication, summary: 'The access token was issued for another service.', remedy: 'Use a token whose `aud` is this API.' },
  insufficient_scope: { status: 403, type: authentication, summary: 'The access token lacks the scope that this route needs.', remedy: 'Allow the scope on the client, then mint a token that has it.' },
  account_suspended: { status: 403, type: authentication, summary: 'This account or project is suspended.', remedy: 'Contact your integration manager; your tokens work again when it is resumed.' },
  sandbox_only: { status: 403, type: authentication, summary: 'This route exists in the sandbox only.', remedy: 'Use a client of a sandbox project.' },
  hosted_acceptance_required: { status: 403, type: authentication, summary: 'In live, the applicant accepts the offer himself.', remedy: 'Send the applicant to `handoff_url`.' },
  resource_not_found: { status: 404, type: request, summary: 'There is no such object in this project.', remedy: 'Check the id, and that the token belongs to the project that made the object.' },
  route_not_found: { status: 404, type: request, summary: 'There is no such route.', remedy: 'Check method and path against the API reference.' },
  method_not_allowed: { status: 405, type: request, summary: 'This route does not answer that method.', remedy: 'Use one of the methods in the Allow header.' },
  idempotency_key_reused: { status: 409, type: request, summary: 'This Idempotency-Key was used with another body.', remedy: 'Use a new key for a new operation.' },
  idempotency_key_in_progress: { status: 409, type: request, summary: 'A request with this Idempotency-Key is still running.', remedy: 'Wait as long as Retry-After says, then repeat it with the same key.' },
  decision_not_ready: { status: 409, type: request, summary: 'There is no decision yet.', remedy: 'Wait for the decision webhook, or as long as Retry-After says. An application that was withdrawn or expired before its decision never gets one: stop when its `status` says so.' },
  refresh_in_progress: { status: 409, type: request, summary: 'A refresh of this decision is still running.', remedy: 'Wait for the next version before you ask for another.' },
  invalid_state: { status: 409, type: request, summary: 'The object is in a state that does not allow this.', remedy: 'Read the object and act on its present status.' },
  offer_expired: { status: 409, type: request, summary: 'The offer has expired.', remedy: 'Refresh the decision for new offers.' },
  duplicate_disbursement: { status: 409, type: request, summary: 'The application already has a live disbursement.', remedy: 'Follow that one, or cancel it before you ask again.' },
  payload_too_large: { status: 413, type: request, summary: 'The body is larger than 256 KiB.', remedy: 'Send less.' },
  parameter_missing: { status: 422, type: request, summary: 'A required field is missing.', remedy: 'Send the field named in `param`.' },
  invalid_value: { status: 422, type: request, summary: 'A field has a value that is not allowed.', remedy: 'Check the field named in `param` against the API reference.' },
  invalid_value_type: { status: 422, type: request, summary: 'A field has a value of the wrong type.', remedy: 'Check the type of the field named in `param`.' },
  invalid_amount: { status: 422, type: request, summary: 'The amount is out of range.', remedy: 'Send whole pence within the limits of the product.' },
  invalid_email: { status: 422, type: request, summary: 'The e-mail address is not valid.', remedy: 'Check the address.' },
  invalid_company_number: { status: 422, type: request, summary: 'The company number does not name a company that can apply.', remedy: 'Send an active company’s number; in the sandbox, one of the test companies.' },
  insufficient_identity_data: { status: 422, type: request, summary: 'There is too little data to identify the subject.', remedy: 'Send the fields listed for this type of check.' },
  payee_not_verified: { status: 422, type: request, summary: 'The payee is not the borrower’s own verified account.', remedy: 'Use an account in the company’s registered name.' },
  webhook_endpoint_url_invalid: { status: 422, type: request, summary: 'The webhook URL cannot be used.', remedy: 'Use a public https URL with a valid certificate.' },
  webhook_endpoint_limit: { status: 422, type: request, summary: 'The account has reached its limit of webhook endpoints.', remedy: 'Delete one that you no longer need.' },
  webhook_event_unknown: { status: 422, type: request, summary: 'There is no such event type.', remedy: 'Use the types of the event catalogue, a family such as `payment.*`, or `*`.' },
  rate_limited: { status: 429, type: 'rate_limit_error', summary: 'The request rate is above the limit.', remedy: 'Wait as long as Retry-After says, then go on more slowly.' },
  concurrency_limited: { status: 429, type: 'rate_limit_error', summary: 'Too many requests are in flight at once.', remedy: 'Wait for some of your requests to end before you start more.' },
  server_error: { status: 500, type: 'api_error', summary: 'Something went wrong on our side.', remedy: 'Repeat the request with the same Idempotency-Key; quote the request id if it persists.' },
  temporarily_unavailable: { status: 503, type: 'api_error', summary: 'The service cannot answer just now.', remedy: 'Repeat the request after Retry-After with the same Idempotency-Key.' },
} as const satisfies Record<string, CatalogueEntry>; // prettier-ignore

export type ErrorCode = keyof typeof errorCatalogue;

/** Refusals that only people in a browser meet: the consoles' own, with no page in the partner documentation. */
export const consoleErrorCatalogue = {
  not_signed_in: { status: 401, type: authentication, summary: 'You are not signed in, or your session has ended.', remedy: 'Sign in again.' },
  invalid_credentials: { status: 401, type: authentication, summary: 'The e-mail address, password or code is not right.', remedy: 'Check them, or reset the password.' },
  second_factor_required: { status: 401, type: authentication, summary: 'Enter the code of your authenticator app.', remedy: 'Send the same fields and `code`.' },
  step_up_required: { status: 403, type: authentication, summary: 'Confirm that it is you to do this.', remedy: 'Step up, then repeat the request.' },
  role_insufficient: { status: 403, type: authentication, summary: 'Your role does not allow this.', remedy: 'Ask somebody whose role does.' },
  foreign_origin: { status: 403, type: authentication, summary: 'This request did not come from our own pages.', remedy: 'Send it from the page itself.' },
} as const satisfies Record<string, CatalogueEntry>; // prettier-ignore

export type ConsoleErrorCode = keyof typeof consoleErrorCatalogue;

/** Whether the code is one of the partner contract, and so has a page in the documentation. */
export function isContractCode(code: ErrorCode | ConsoleErrorCode): code is ErrorCode {
  return code in errorCatalogue;
}

export const errorCodes = Object.keys(errorCatalogue) as ErrorCode[];

/** One failing field: dotted path, code, public sentence. */
export interface FieldError {
  readonly param: string;
  readonly code: ErrorCode;
  readonly message: string;
}

export interface ApiErrorOptions {
  /** Public sentence; the catalogue's summary when left out. */
  readonly message?: string;
  /** Dotted path of the field, or header name, that is to blame. */
  readonly param?: string;
  /** Every failing field, first the one in `param`. */
  readonly details?: readonly FieldError[];
  /** Whole seconds for `Retry-After`. */
  readonly retryAfterSeconds?: number;
  /** Further response headers, such as `Allow` or `WWW-Authenticate`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Overrides the status, for the few codes that answer with several (408, 414, 431). */
  readonly status?: number;
  /** What really happened; for the log only. */
  readonly cause?: unknown;
}

/** A refusal that the caller may see. Anything else that is thrown becomes `server_error`. */
export class ApiError extends Error {
  readonly code: ErrorCode | ConsoleErrorCode;
  readonly status: number;
  readonly type: ErrorType;
  readonly param: string | undefined;
  readonly details: readonly FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ErrorCode | ConsoleErrorCode, options: ApiErrorOptions = {}) {
    const entry: CatalogueEntry = isContractCode(code) ? errorCatalogue[code] : consoleErrorCatalogue[code];
    super(options.message ?? entry.summary, { cause: options.cause });
    this.name = 'ApiError';
    this.code = code;
    this.status = options.status ?? entry.status;
    this.type = entry.type;
    this.param = options.param;
    this.details = options.details;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.headers = options.headers ?? {};
  }
}
