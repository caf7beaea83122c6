// The client that authenticates: cached for the token endpoint, dropped by the control feed when it, or one of
// its credentials, changes.
import { feedCache } from '@/lib/control-feed';
import type { ClientPublicJwk } from './public-key';
import { selectClient, type ClientRow, type CredentialRow } from './repository';

export interface ClientCredential {
  readonly id: string;
  /** Epoch milliseconds; infinite when no end is set. */
  readonly retiresAt: number;
}

export interface ClientSecret extends ClientCredential {
  readonly hmac: Buffer;
}

export interface ClientKey extends ClientCredential {
  readonly jwk: ClientPublicJwk;
}

export interface ClientRecord {
  readonly id: string;
  readonly projectId: string;
  readonly livemode: boolean;
  readonly scopes: readonly string[];
  readonly grantTypes: readonly string[];
  readonly secrets: readonly ClientSecret[];
  readonly keys: readonly ClientKey[];
}

const common = (row: CredentialRow): ClientCredential => ({
  id: row.id,
  retiresAt: row.retires_at ?? Number.POSITIVE_INFINITY,
});

function toRecord(row: ClientRow): ClientRecord {
  return {
    id: row.id,
    projectId: row.project_id,
    livemode: row.livemode,
    scopes: row.scopes,
    grantTypes: row.grant_types,
    secrets: row.credentials.flatMap((credential) =>
      credential.secret_hmac === null
        ? []
        : [{ ...common(credential), hmac: Buffer.from(credential.secret_hmac, 'hex') }],
    ),
    keys: row.credentials.flatMap((credential) =>
      credential.public_jwk === null ? [] : [{ ...common(credential), jwk: credential.public_jwk }],
    ),
  };
}

const clients = () =>
  feedCache<ClientRecord>('oauth.clients', {
    maximumEntries: 20_000,
    load: async (id) => {
      const row = await selectClient(id);
      return row && toRecord(row);
    },
    staleKey: ({ kind, subject }) =>
      kind === 'client_changed' || kind === 'client_revoked' ? subject : undefined,
  });

/** The client as this process remembers it, at most a second old; undefined when it must be read. */
export function rememberedClient(id: string): ClientRecord | undefined {
  return clients().peek(id);
}

/** The client as the database has it now; null when there is none or it is revoked. */
export function readClient(id: string): Promise<ClientRecord | null> {
  return clients().reload(id);
}
