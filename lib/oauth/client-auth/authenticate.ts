// Whether the presented credentials are those of a live client (RFC 6749 §2.3). A wrong one costs one query and
// the same comparisons whatever is wrong with it, so that nobody learns which clients exist.
import { secretHmac } from '../clients/secret';
import { noteCredentialUse } from '../clients/credential-use';
import { readClient, rememberedClient, type ClientRecord } from '../clients/find';
import { verifyAssertion } from './assertion';
import { matchSecret } from './match-secret';
import type { PresentedCredentials } from './presented';

export interface AuthenticatedClient {
  readonly client: ClientRecord;
  /** The secret or key it used. */
  readonly credentialId: string;
}

const spelling = /^cid_(sbx|live)_[A-Za-z0-9_-]{1,64}$/;

/** What to look up for an id as a stranger sent it; always something the database can be asked. */
function lookupId(clientId: string): string {
  return spelling.test(clientId) ? clientId : 'cid_sbx_none';
}

async function bySecret(clientId: string, secret: string): Promise<AuthenticatedClient | undefined> {
  const hmac = secretHmac(secret);
  const remembered = rememberedClient(lookupId(clientId));
  const known = matchSecret(remembered, hmac);
  if (remembered && known) return { client: remembered, credentialId: known.id };
  const client = await readClient(lookupId(clientId));
  const match = matchSecret(client, hmac);
  return client && match ? { client, credentialId: match.id } : undefined;
}

async function byAssertion(clientId: string, assertion: string): Promise<AuthenticatedClient | undefined> {
  const remembered = rememberedClient(lookupId(clientId));
  const client = remembered?.keys.length ? remembered : await readClient(lookupId(clientId));
  const key = client ? await verifyAssertion(client, assertion) : undefined;
  return client && key ? { client, credentialId: key.id } : undefined;
}

/** The client; undefined when the credentials are not good. */
export async function authenticateClient(
  presented: PresentedCredentials,
): Promise<AuthenticatedClient | undefined> {
  const authenticated =
    presented.method === 'secret'
      ? await bySecret(presented.clientId, presented.secret)
      : presented.method === 'assertion'
        ? await byAssertion(presented.clientId, presented.assertion)
        : undefined;
  if (authenticated) noteCredentialUse(authenticated.credentialId);
  return authenticated;
}
