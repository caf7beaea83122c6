// Slows guessing down by where it comes from. There is no count for an account alone: whoever guesses from
// elsewhere must not be able to lock the owner out.
import { createHash } from 'node:crypto';
import { ApiError } from '@/lib/core/errors';
import { countTry, forgetTries, type ThrottlePolicy } from './repository/throttle';

const perAccountAndAddress: ThrottlePolicy = { name: 'sign-in', tries: 10, seconds: 900 };
const perAddress: ThrottlePolicy = { name: 'sign-in-address', tries: 100, seconds: 900 };

/** Mails that one address may cause, and codes that one session may try. */
export const mailPolicy: ThrottlePolicy = { name: 'mail', tries: 20, seconds: 3_600 };
export const mailToPolicy: ThrottlePolicy = { name: 'mail-to', tries: 5, seconds: 3_600 };
export const codePolicy: ThrottlePolicy = { name: 'code', tries: 10, seconds: 300 };

// The table holds no address and no e-mail in the clear.
const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
const accountKey = (email: string, address: string) => digest(`${email}\n${address}`);

async function requireTry(policy: ThrottlePolicy, key: string): Promise<void> {
  const retryAfterSeconds = await countTry(policy, key);
  if (retryAfterSeconds === null) return;
  throw new ApiError('rate_limited', {
    message: 'Too many tries from here. Wait a little, then try again.',
    retryAfterSeconds,
  });
}

/** Counts a try to sign in. @throws ApiError `rate_limited`. */
export async function requireSignInTry(email: string, address: string): Promise<void> {
  await requireTry(perAddress, digest(address));
  await requireTry(perAccountAndAddress, accountKey(email, address));
}

/** After the right password the count for this account and address starts afresh. */
export async function forgetSignInTries(email: string, address: string): Promise<void> {
  await forgetTries(perAccountAndAddress, accountKey(email, address));
}

/** Counts one try under `policy` for `key`. @throws ApiError `rate_limited`. */
export function requireTryFor(policy: ThrottlePolicy, key: string): Promise<void> {
  return requireTry(policy, digest(key));
}
