// A passkey as the second factor: of a sign-in, and of one act on money, whose hash it signs.
import { ApiError } from '@/lib/core/errors';
import { withTransaction } from '@/lib/db';
import type { Caller } from '../caller';
import { normaliseEmail } from '../email';
import { passwordMatches } from '../password';
import { findPersonByEmail } from '../repository/people';
import type { StaffSession } from '../session';
import { writeProof, type ProofSubject } from '../step-up-proof';
import { codePolicy, requireSignInTry, requireTryFor } from '../throttle';
import { askPasskey, passkeySigned, type PasskeyResponse } from './assert';

/**
 * Options for the passkey of a member of staff who has shown his password; null when he has none. Then `signIn` takes
 * the answer as `passkey`.
 *
 * @throws ApiError `invalid_credentials`, `rate_limited`, as `signIn`.
 */
export async function askPasskeyForSignIn(call: {
  readonly input: { readonly email: string; readonly password: string };
  readonly caller: Caller;
}) {
  const { input, caller } = call;
  const email = normaliseEmail(input.email);
  await requireSignInTry(email, caller.address);
  const person = await findPersonByEmail(email);
  const isRight = await passwordMatches(person?.passwordHash, input.password);
  if (!person?.staffRole || !isRight) throw new ApiError('invalid_credentials');
  return askPasskey(person.id, 'sign_in');
}

const purposeOf = ({ act, objectId, boundHash }: ProofSubject) =>
  `${act}\n${objectId}\n${Buffer.from(boundHash).toString('hex')}`;

/** Options for a passkey that is to sign `subject.boundHash`; null when the person has none. */
export function askPasskeyForProof(call: { readonly session: StaffSession; readonly subject: ProofSubject }) {
  const { session, subject } = call;
  return askPasskey(session.person.id, purposeOf(subject), subject.boundHash);
}

/**
 * The passkey's counterpart of `createStepUpProof`: same proof, other factor.
 *
 * @throws ApiError `invalid_credentials` when it signed anything but a fresh challenge for this very subject.
 */
export async function createPasskeyProof(call: {
  readonly session: StaffSession;
  readonly subject: ProofSubject;
  readonly response: PasskeyResponse;
}): Promise<{ proof: string; expiresAt: Date }> {
  const { session, subject, response } = call;
  await requireTryFor(codePolicy, session.id);
  if (!(await passkeySigned(session.person.id, purposeOf(subject), response))) {
    throw new ApiError('invalid_credentials', { message: 'The passkey did not confirm this. Try again.' });
  }
  return withTransaction((tx) => writeProof(tx, session, subject, 'passkey'));
}
