// What each error looks like on the wire, and what a program should do about it.
import { errorCatalogue, type ErrorCode } from '@/lib/core/errors';

/** The field that the example blames, for codes that name one. */
const blamed: Partial<Record<ErrorCode, string>> = {
  unknown_field: 'amount_pense',
  cursor_invalid: 'cursor',
  parameter_invalid: 'limit',
  parameter_missing: 'term_months',
  invalid_value: 'purpose',
  invalid_value_type: 'term_months',
  invalid_amount: 'amount_pence',
  invalid_email: 'applicant.email',
  invalid_company_number: 'business.company_number',
  payee_not_verified: 'payee.account_name',
  webhook_endpoint_url_invalid: 'url',
  webhook_event_unknown: 'enabled_events.0',
};

const challenge = (error: string) =>
  `WWW-Authenticate: Bearer realm="partner", error="${error}", resource_metadata="…"`;

/** Headers that come with the code and matter to a program. */
const headers: Partial<Record<ErrorCode, string>> = {
  missing_api_key: 'WWW-Authenticate: Bearer realm="partner", resource_metadata="…"',
  invalid_api_key: challenge('invalid_token'),
  token_expired: challenge('invalid_token'),
  token_revoked: challenge('invalid_token'),
  audience_mismatch: challenge('invalid_token'),
  insufficient_scope:
    'WWW-Authenticate: Bearer realm="partner", error="insufficient_scope", scope="decisions:write"',
  method_not_allowed: 'Allow: GET, HEAD',
  idempotency_key_in_progress: 'Retry-After: 1',
  decision_not_ready: 'Retry-After: 1',
  rate_limited: 'Retry-After: 1',
  concurrency_limited: 'Retry-After: 1',
  temporarily_unavailable: 'Retry-After: 2',
};

const reasons: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** The answer as it arrives, with the request id left open. */
export function exampleAnswer(code: ErrorCode, origin: string): string {
  const { status, type, summary } = errorCatalogue[code];
  const param = blamed[code];
  const envelope = {
    error: {
      type,
      code,
      message: summary,
      ...(param !== undefined && { param }),
      doc_url: `${origin}/docs/errors/${code}`,
      request_id: 'req_01k9z6t1m8x3v5n7p2r4s6t8w0',
    },
  };
  const head = [
    `HTTP/1.1 ${status} ${reasons[status] ?? ''}`,
    'Content-Type: application/json',
    headers[code],
  ];
  return `${head.filter((line) => line !== undefined).join('\n')}\n\n${JSON.stringify(envelope, null, 2)}`;
}

interface Advice {
  readonly tone: 'positive' | 'caution' | 'danger';
  readonly word: string;
  readonly sentence: string;
}

/** May a program repeat the request as it is? */
export function retryAdvice(code: ErrorCode): Advice {
  if (code === 'token_expired') {
    return {
      tone: 'positive',
      word: 'After a new token',
      sentence: 'Mint a token and repeat the request once.',
    };
  }
  if (code === 'server_error') {
    return {
      tone: 'positive',
      word: 'With the same key',
      sentence: 'Repeat it with the same idempotency key and growing pauses.',
    };
  }
  if (code === 'refresh_in_progress' || headers[code]?.startsWith('Retry-After')) {
    return {
      tone: 'positive',
      word: 'After a pause',
      sentence: 'The request itself is right; repeat it unchanged after the pause.',
    };
  }
  return {
    tone: 'caution',
    word: 'Not as it is',
    sentence: 'Repeating the same request gives the same answer. Mend it first.',
  };
}

/** The guide that explains the ground of a code. */
export function guideFor(code: ErrorCode) {
  const { status, type } = errorCatalogue[code];
  if (code.startsWith('idempotency_')) return { href: '/docs/idempotency', title: 'Idempotency' } as const;
  if (type === 'rate_limit_error') return { href: '/docs/rate-limits', title: 'Rate limits' } as const;
  if (status === 401 || code === 'insufficient_scope')
    return { href: '/docs/authentication', title: 'Authentication' } as const;
  if (code === 'invalid_company_number' || code === 'sandbox_only')
    return { href: '/docs/sandbox', title: 'Sandbox companies' } as const;
  return { href: '/docs/api', title: 'API reference' } as const;
}
