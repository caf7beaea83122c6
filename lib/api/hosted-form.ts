// The form of a hosted page: accepted from our own pages only, whatever its fields say.
import { ApiError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { environment } from '@/lib/env';
import { hostedFormLimit, limiter } from '@/lib/rate-limit';
import { clientAddress } from './client-address';
import { toApiError } from './error-response';
import { readBody } from './read-body';

const longestForm = 8 * 1024;

/** A browser names the page's origin on every POST, and what kind of request it is where it knows to. */
function isFromOurPages(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  const ownOrigin = new URL(environment().appUrl).origin;
  return request.headers.get('origin') === ownOrigin && (site === null || site === 'same-origin');
}

/** Whoever guesses tokens, or hammers, waits; the form that a person sends twice goes through. */
async function requireRoom(request: Request, form: string): Promise<void> {
  const decision = await limiter().decideWindow(hostedFormLimit(clientAddress(request), form));
  if (decision.kind !== 'denied') return;
  throw new ApiError('rate_limited', { retryAfterSeconds: decision.retryAfterSeconds });
}

/**
 * The fields of a form that one of our pages posted.
 *
 * @param form its name: each has a window of its own for every address.
 * @returns null when it came from anywhere else, or is no form.
 * @throws ApiError `rate_limited`, `payload_too_large`, `malformed_request`.
 */
export async function readHostedForm(request: Request, form: string): Promise<URLSearchParams | null> {
  await requireRoom(request, form);
  if (!isFromOurPages(request)) return null;
  const [type] = (request.headers.get('content-type') ?? '').split(';');
  if (type?.trim().toLowerCase() !== 'application/x-www-form-urlencoded') return null;
  const body = await readBody(request, longestForm, {
    tooLarge: () => new ApiError('payload_too_large'),
    cut: () => new ApiError('malformed_request'),
  });
  return new URLSearchParams(Buffer.from(body).toString('utf8'));
}

/** Sends the browser on with GET. A path is one of ours. */
export function seeOther(location: string): Response {
  const target = location.startsWith('/') ? environment().appUrl + location : location;
  return new Response(null, { status: 303, headers: { location: target, 'cache-control': 'no-store' } });
}

/** What somebody sees whose form we do not take. */
export function refuseForm(
  status: number,
  sentence: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(sentence, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });
}

/** What somebody sees whose form failed for a reason that its page has no words for. */
export function refuseFailedForm(thrown: unknown, sentence: string): Response {
  const { status, code, retryAfterSeconds } = toApiError(thrown, newId('req'));
  if (code !== 'rate_limited') return refuseForm(status, sentence);
  const wait = String(retryAfterSeconds ?? 60);
  return refuseForm(429, `Too many tries. Wait ${wait} seconds, then go back and try again.`, {
    'retry-after': wait,
  });
}
