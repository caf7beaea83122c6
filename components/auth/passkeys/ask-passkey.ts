// The browser's side of passkeys. The library is loaded when somebody uses one.
import type { AuthenticationResponseJSON, PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/browser'; // prettier-ignore
import { ClientError } from '@/lib/client/client-error';

const refused = (message: string) => new ClientError({ status: 0, code: 'passkey_refused', message });

async function orRefusal<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw refused(
      name === 'InvalidStateError'
        ? 'This device has a passkey for you already.'
        : 'The passkey was not used: it took too long, or was cancelled. Try again.',
    );
  }
}

/**
 * Has one of the person's passkeys sign the server's challenge.
 * @param options as a route answered them; null when the person has no passkey.
 * @throws {ClientError} when there is none, or it was not used.
 */
export async function askPasskey(
  options: PublicKeyCredentialRequestOptionsJSON | null,
): Promise<AuthenticationResponseJSON> {
  if (options === null) throw refused('There is no passkey for this account yet. Use the code.');
  const { startAuthentication } = await import('@simplewebauthn/browser');
  return orRefusal(startAuthentication({ optionsJSON: options }));
}

/** Makes a passkey on this device. @throws {ClientError} when it was not made. */
export async function makePasskey(
  options: PublicKeyCredentialCreationOptionsJSON,
): Promise<RegistrationResponseJSON> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  return orRefusal(startRegistration({ optionsJSON: options }));
}
