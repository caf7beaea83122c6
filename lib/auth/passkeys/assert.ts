// Asks a passkey to sign a challenge, and checks what it signed. Every challenge is of one person and purpose, lives
// five minutes and is spent by its first answer.
import { randomBytes } from 'node:crypto';
import { generateAuthenticationOptions, verifyAuthenticationResponse, type AuthenticationResponseJSON } from '@simplewebauthn/server'; // prettier-ignore
import { findPasskey, findPasskeysOf, insertChallenge, spendChallenge, usePasskey } from '../repository/passkeys'; // prettier-ignore
import { challengeSeconds, relyingParty } from './relying-party';

export type PasskeyResponse = AuthenticationResponseJSON;

/**
 * Options for the browser's `startAuthentication`; null for somebody without a passkey.
 *
 * @param bound begins the challenge: the hash of what the person is shown, so that his authenticator signs that. Random
 *   bytes follow, so that an answer recorded earlier fits no second challenge.
 */
export async function askPasskey(personId: string, purpose: string, bound: Uint8Array = new Uint8Array()) {
  const passkeys = await findPasskeysOf(personId);
  if (passkeys.length === 0) return null;
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().id,
    challenge: new Uint8Array([...bound, ...randomBytes(bound.length > 0 ? 16 : 32)]),
    userVerification: 'required',
    allowCredentials: passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
  });
  await insertChallenge({ personId, purpose, challenge: options.challenge, seconds: challengeSeconds });
  return options;
}

/** Whether one of the person's passkeys signed a challenge of this purpose, with the person verified by it. */
export async function passkeySigned(
  personId: string,
  purpose: string,
  response: PasskeyResponse,
): Promise<boolean> {
  const passkey = await findPasskey(personId, response.id);
  if (!passkey) return false;
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty();
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => spendChallenge(personId, purpose, challenge),
    expectedOrigin,
    expectedRPID,
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: passkey.publicKey,
      counter: Number(passkey.counter),
      transports: passkey.transports,
    },
  }).catch(() => undefined); // the library throws for whatever does not fit
  return verified?.verified === true && usePasskey(passkey.id, verified.authenticationInfo.newCounter);
}
