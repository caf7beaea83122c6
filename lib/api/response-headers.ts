// Headers that every answer of the API rings carries.

/** No sniffing, no framing, no scripts: an API answer is data and nothing else. */
const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'referrer-policy': 'no-referrer',
} as const;

/** Headers of an answer of the partner ring (contract §3). */
export function partnerHeaders(requestId: string): Record<string, string> {
  return {
    ...securityHeaders,
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'credicorp-request-id': requestId,
    'x-credicorp-request-id': requestId,
  };
}
