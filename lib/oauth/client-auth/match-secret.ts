// Which secret of a client was presented. The same work whether the client exists or not.
import { randomBytes } from 'node:crypto';
import { signatureMatches } from '@/lib/crypto';
import { maximumSecrets } from '../clients/add-secret';
import type { ClientRecord, ClientSecret } from '../clients/find';

const decoy = randomBytes(32);

/** The live secret whose HMAC is `hmac`; always compares as many as a client can have. */
export function matchSecret(client: ClientRecord | null | undefined, hmac: Buffer): ClientSecret | undefined {
  const now = Date.now();
  let match: ClientSecret | undefined;
  for (let slot = 0; slot < maximumSecrets; slot += 1) {
    const secret = client?.secrets[slot];
    const matches = signatureMatches(hmac, secret?.hmac ?? decoy);
    if (matches && secret && secret.retiresAt > now) match = secret;
  }
  return match;
}
