// Who asks, in WebAuthn's words: our host. A passkey made for it answers no other.
import { environment } from '@/lib/env';

export const challengeSeconds = 300;

export function relyingParty(): { readonly id: string; readonly name: string; readonly origin: string } {
  const { hostname, origin } = new URL(environment().appUrl);
  return { id: hostname, name: 'Credicorp operations', origin };
}
