// What a resource route tells a caller without a good token (RFC 6750 §3, RFC 9728 §5.1).
import { ApiError, type ErrorCode } from '@/lib/core/errors';
import { endpoints } from '../issuer';

/** Value of `WWW-Authenticate`. Without a credential there is no `error` in it (RFC 6750 §3.1). */
export function bearerChallenge({
  error,
  scope,
}: {
  readonly error?: string;
  readonly scope?: string;
}): string {
  const parts = [`realm="partner"`, `resource_metadata="${endpoints.resourceMetadata()}"`];
  if (error !== undefined) parts.push(`error="${error}"`);
  if (scope !== undefined) parts.push(`scope="${scope}"`);
  return `Bearer ${parts.join(', ')}`;
}

/** The refusal of a token, with its challenge. */
export function refusedToken(
  code: Extract<ErrorCode, 'invalid_api_key' | 'token_expired' | 'token_revoked' | 'audience_mismatch'>,
): ApiError {
  return new ApiError(code, { headers: { 'www-authenticate': bearerChallenge({ error: 'invalid_token' }) } });
}

/** The refusal of a token that was revoked, itself or through its credential, client or project. */
export function tokenRevoked(): ApiError {
  return refusedToken('token_revoked');
}
