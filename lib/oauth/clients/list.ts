// A project's clients with their credentials, as people see them. No secret, no hash of one.
import { selectClients, type ListedClientRow } from './repository';

export interface ListedCredential {
  readonly id: string;
  readonly kind: 'secret' | 'public_key';
  /** Last four characters of a secret, thumbprint of a key. */
  readonly hint: string;
  readonly createdAt: Date;
  readonly firstUsedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly retiresAt: Date | null;
  readonly state: 'live' | 'retired' | 'revoked';
}

export interface ListedClient {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
  readonly credentials: readonly ListedCredential[];
}

const instant = (text: string | null) => (text === null ? null : new Date(text));

function toCredential(row: ListedClientRow['credentials'][number]): ListedCredential {
  const retiresAt = instant(row.retires_at);
  return {
    id: row.id,
    kind: row.kind,
    hint: row.hint,
    createdAt: new Date(row.created_at),
    firstUsedAt: instant(row.first_used_at),
    lastUsedAt: instant(row.last_used_at),
    retiresAt,
    state: row.revoked_at !== null ? 'revoked' : retiresAt && retiresAt <= new Date() ? 'retired' : 'live',
  };
}

/** Live clients first, then by age; revoked ones of the last 30 days too. */
export async function listClients(projectId: string): Promise<ListedClient[]> {
  return (await selectClients(projectId)).map((row) => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
    credentials: row.credentials.map(toCredential),
  }));
}
