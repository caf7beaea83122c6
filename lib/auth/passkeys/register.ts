// A new passkey of a person: the browser makes a key pair on our challenge, and we keep the public half.
import { generateRegistrationOptions, verifyRegistrationResponse, type RegistrationResponseJSON } from '@simplewebauthn/server'; // prettier-ignore
import { ApiError } from '@/lib/core/errors';
import { fieldError } from '@/lib/core/field-errors';
import { recordAudit } from '@/lib/audit';
import { withTransaction } from '@/lib/db';
import { findPasskeysOf, insertChallenge, insertPasskey, spendChallenge } from '../repository/passkeys';
import type { StaffSession } from '../session';
import { actorOf } from '../sign-out';
import { challengeSeconds, relyingParty } from './relying-party';

const atMost = 10;

/** Options for the browser's `startRegistration`. @throws ApiError `invalid_state` for an eleventh passkey. */
export async function beginPasskeyRegistration({ session }: { readonly session: StaffSession }) {
  const { person } = session;
  const { id, name } = relyingParty();
  const existing = await findPasskeysOf(person.id);
  if (existing.length >= atMost) {
    throw new ApiError('invalid_state', {
      message: `You have ${atMost} passkeys already. Remove one first.`,
    });
  }
  const options = await generateRegistrationOptions({
    rpID: id,
    rpName: name,
    userName: person.email,
    userDisplayName: person.name,
    userID: new TextEncoder().encode(person.id),
    excludeCredentials: existing.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  });
  await insertChallenge({ personId: person.id, purpose: 'register', challenge: options.challenge, seconds: challengeSeconds }); // prettier-ignore
  return options;
}

/** @throws ApiError `invalid_value` on `response` when the browser's answer is not one to our challenge. */
export async function finishPasskeyRegistration(call: {
  readonly session: StaffSession;
  readonly input: { readonly name: string; readonly response: RegistrationResponseJSON };
  readonly requestId: string;
}): Promise<{ id: string }> {
  const { session, input, requestId } = call;
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty();
  const verified = await verifyRegistrationResponse({
    response: input.response,
    expectedChallenge: (challenge) => spendChallenge(session.person.id, 'register', challenge),
    expectedOrigin,
    expectedRPID,
    requireUserVerification: true,
  }).catch(() => undefined); // the library throws for whatever does not fit
  if (!verified?.verified) {
    throw fieldError('invalid_value', 'response', 'The passkey could not be confirmed. Try again.');
  }
  const { credential } = verified.registrationInfo;
  return withTransaction(async (tx) => {
    const id = await insertPasskey(tx, {
      personId: session.person.id,
      credentialId: credential.id,
      publicKey: new Uint8Array(credential.publicKey),
      counter: BigInt(credential.counter),
      transports: [...(credential.transports ?? [])],
      name: input.name,
    });
    await recordAudit(tx, { stream: 'platform', actor: actorOf(session), act: 'passkey.add', objectId: id, requestId }); // prettier-ignore
    return { id };
  });
}
