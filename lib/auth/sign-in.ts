// Signs a person in by password and, where he has one, second factor. Staff always have one.
import { ApiError } from '@/lib/core/errors';
import { withTransaction } from '@/lib/db';
import type { Caller } from './caller';
import { normaliseEmail } from './email';
import { passkeySigned, type PasskeyResponse } from './passkeys/assert';
import { passwordMatches } from './password';
import { findPersonByEmail, type PersonRow } from './repository/people';
import { spendSecondFactor } from './second-factor';
import type { SessionKind } from './session';
import { startSession } from './start-session';
import { forgetSignInTries, requireSignInTry } from './throttle';

export interface SignInInput {
  readonly email: string;
  readonly password: string;
  /** Of the authenticator app, or a recovery code. */
  readonly code?: string | undefined;
  /** Instead of a code: what his passkey signed of `askPasskeyForSignIn`'s challenge. */
  readonly passkey?: PasskeyResponse | undefined;
}

/** Whether he has anything to sign in to. Says no in the same words as to a wrong password. */
function belongs(person: PersonRow, kind: SessionKind): boolean {
  return kind === 'staff'
    ? person.staffRole !== null && person.totpSecretEncrypted !== null
    : person.partnerId !== null;
}

async function requireSecondFactor(person: PersonRow, { code, passkey }: SignInInput): Promise<string> {
  if (passkey) {
    if (!(await passkeySigned(person.id, 'sign_in', passkey))) throw new ApiError('invalid_credentials');
    return 'password, passkey';
  }
  if (!person.totpSecretEncrypted) return 'password';
  if (code === undefined || code === '') throw new ApiError('second_factor_required');
  const factor = await spendSecondFactor(person, code);
  if (!factor) throw new ApiError('invalid_credentials', { param: 'code' });
  return `password, ${factor}`;
}

/**
 * Proves who somebody is by password and, where he has one, second factor; begins nothing.
 *
 * @param accepts whether the person may go on; whoever may not hears the same as for a wrong password.
 * @throws ApiError `invalid_credentials` (the same for an unknown address and a wrong password, after the same work),
 *   `second_factor_required` once the password is right, `rate_limited`.
 */
export async function provePerson(call: {
  readonly input: SignInInput;
  readonly caller: Caller;
  readonly accepts: (person: PersonRow) => boolean;
}): Promise<{ person: PersonRow; method: string }> {
  const { input, caller, accepts } = call;
  const email = normaliseEmail(input.email);
  await requireSignInTry(email, caller.address);
  const person = await findPersonByEmail(email);
  const isRight = await passwordMatches(person?.passwordHash, input.password);
  if (!person || !isRight || !accepts(person)) throw new ApiError('invalid_credentials');
  const method = await requireSecondFactor(person, input);
  await forgetSignInTries(email, caller.address);
  return { person, method };
}

/** @returns the token for the session cookie. @throws as `provePerson`. */
export async function signIn(call: {
  readonly kind: SessionKind;
  readonly input: SignInInput;
  readonly caller: Caller;
}): Promise<{ sessionId: string; token: string }> {
  const { kind, input, caller } = call;
  const accepts = (candidate: PersonRow) => belongs(candidate, kind);
  const { person, method } = await provePerson({ input, caller, accepts });
  const partnerId = kind === 'partner' ? person.partnerId : null;
  const { id, token } = await withTransaction((tx) =>
    startSession(tx, { kind, personId: person.id, partnerId, caller, method }),
  );
  return { sessionId: id, token };
}
