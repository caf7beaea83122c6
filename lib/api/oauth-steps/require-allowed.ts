// Takes a token of a token-plane bucket, or refuses in the words of the RFCs (contract §2: limited).
import { OAuthError } from '@/lib/oauth';
import { limiter, type LimitRequest } from '@/lib/rate-limit';

/** @throws OAuthError 429 `temporarily_unavailable` with `Retry-After`. */
export async function requireAllowed(request: LimitRequest): Promise<void> {
  const decision = await limiter().decide(request);
  if (decision.kind !== 'denied') return;
  const { retryAfterSeconds } = decision;
  throw new OAuthError('temporarily_unavailable', { status: 429, retryAfterSeconds });
}
