// The Idempotency-Key header (contract §6).
import { ApiError } from '@/lib/core/errors';

// 0x21–0x7E without `"` and `,`.
const allowed = /^[\x21\x23-\x2b\x2d-\x7e]{1,255}$/;

/**
 * The key that the caller sent, without a surrounding pair of quotes; undefined when the header is absent.
 *
 * @throws ApiError `idempotency_key_malformed` for an empty, too long, or repeated key.
 */
export function parseIdempotencyKey(values: readonly string[]): string | undefined {
  if (values.length === 0) return undefined;
  const given = (values[0] ?? '').trim();
  const unquoted = /^"(.*)"$/.exec(given)?.[1] ?? given;
  if (values.length > 1 || !allowed.test(unquoted)) {
    throw new ApiError('idempotency_key_malformed', { param: 'Idempotency-Key' });
  }
  return unquoted;
}
