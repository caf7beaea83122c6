// Refusals of the token plane (RFC 6749 §5.2, RFC 7009 §2.2.1). They never use the envelope of the resource
// ring, and their text never echoes input.

const statuses = {
  invalid_request: 400,
  invalid_client: 401,
  invalid_grant: 400,
  unauthorized_client: 400,
  unsupported_grant_type: 400,
  invalid_scope: 400,
  temporarily_unavailable: 503,
  server_error: 500,
} as const;

export type OAuthErrorCode = keyof typeof statuses;

export interface OAuthErrorOptions {
  /** For the developer; ASCII without quotes or backslashes (RFC 6749 §5.2). */
  readonly description?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Overrides the status: 405, 429. */
  readonly status?: number;
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

export class OAuthError extends Error {
  readonly code: OAuthErrorCode;
  readonly status: number;
  readonly description: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: OAuthErrorCode, options: OAuthErrorOptions = {}) {
    super(options.description ?? code, { cause: options.cause });
    this.name = 'OAuthError';
    this.code = code;
    this.status = options.status ?? statuses[code];
    this.description = options.description;
    this.headers = {
      ...options.headers,
      ...(options.retryAfterSeconds !== undefined && { 'retry-after': String(options.retryAfterSeconds) }),
    };
  }
}

/** The one answer to everything that is wrong with a client's credentials: always the same bytes. */
export function invalidClient(): OAuthError {
  return new OAuthError('invalid_client', {
    description: 'Client authentication failed.',
    headers: { 'www-authenticate': 'Basic realm="partner"' },
  });
}

export function invalidRequest(description: string): OAuthError {
  return new OAuthError('invalid_request', { description });
}
