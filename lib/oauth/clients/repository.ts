// SQL of clients and credentials. Finding one is hot (every token request that the cache cannot answer), hence
// prepared statements.
import { lookUp, statement, type Transaction } from '@/lib/db';
import type { ClientPublicJwk } from './public-key';

export interface CredentialRow {
  id: string;
  kind: 'secret' | 'public_key';
  /** Hexadecimal. */
  secret_hmac: string | null;
  public_jwk: ClientPublicJwk | null;
  /** Epoch milliseconds. */
  retires_at: number | null;
}

export interface ClientRow {
  id: string;
  project_id: string;
  livemode: boolean;
  scopes: string[];
  grant_types: string[];
  credentials: CredentialRow[];
}

const find = lookUp<ClientRow, [string]>(
  'oauth_client_find',
  `SELECT c.id, c.project_id, p.livemode, c.scopes, c.grant_types, coalesce((
     SELECT json_agg(json_build_object(
       'id', k.id, 'kind', k.kind, 'secret_hmac', encode(k.secret_hmac, 'hex'), 'public_jwk', k.public_jwk,
       'retires_at', (extract(epoch FROM k.retires_at) * 1000)::float8
     ) ORDER BY k.created_at, k.id)
     FROM oauth_credentials k
     WHERE k.client_id = c.id AND k.revoked_at IS NULL AND (k.retires_at IS NULL OR k.retires_at > now())
   ), '[]') AS credentials
   FROM oauth_clients c JOIN projects p ON p.id = c.project_id
   WHERE c.id = $1 AND c.revoked_at IS NULL`,
);

/** A client that is not revoked, with its live credentials. */
export function selectClient(id: string): Promise<ClientRow | null> {
  return find.first([id]);
}

/** Which environment an open project is; null when there is none. */
export async function selectLivemode(projectId: string, tx: Transaction): Promise<boolean | null> {
  const where = { id: projectId, status: { not: 'closed' } } as const;
  const project = await tx.prisma.project.findFirst({ where, select: { livemode: true } });
  return project?.livemode ?? null;
}

export interface NewClient {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

export async function insertClient(client: NewClient, tx: Transaction): Promise<void> {
  await tx.prisma.oAuthClient.create({ data: { ...client, scopes: [...client.scopes] } });
}

/** The client's project; null when the client does not exist or is revoked. Locks the client's row. */
export async function lockClient(
  id: string,
  tx: Transaction,
): Promise<{ projectId: string; livemode: boolean } | null> {
  const row = await lock.first([id], tx);
  return row && { projectId: row.project_id, livemode: row.livemode };
}

const lock = statement<{ project_id: string; livemode: boolean }, [string]>(
  'oauth_client_lock',
  `SELECT c.project_id, p.livemode FROM oauth_clients c JOIN projects p ON p.id = c.project_id
   WHERE c.id = $1 AND c.revoked_at IS NULL FOR UPDATE OF c`,
);

const vacate = statement<never, [string]>(
  'oauth_credentials_vacate',
  `UPDATE oauth_credentials SET slot = NULL
   WHERE client_id = $1 AND slot IS NOT NULL AND revoked_at IS NULL AND retires_at <= now()`,
);

const takeSlot = statement<
  never,
  [string, string, 'secret' | 'public_key', Buffer | null, object | null, string, number]
>(
  'oauth_credential_insert',
  `INSERT INTO oauth_credentials (id, client_id, kind, secret_hmac, public_jwk, hint, slot)
   SELECT $1, $2, $3::credential_kind, $4, $5, $6, free.slot
   FROM generate_series(1, $7::int) AS free (slot)
   WHERE NOT EXISTS (
     SELECT FROM oauth_credentials k
     WHERE k.client_id = $2 AND k.kind = $3::credential_kind AND k.slot = free.slot AND k.revoked_at IS NULL)
   ORDER BY free.slot LIMIT 1`,
);

export interface NewCredential {
  readonly id: string;
  readonly clientId: string;
  readonly kind: 'secret' | 'public_key';
  readonly secretHmac?: Buffer;
  readonly publicJwk?: ClientPublicJwk;
  readonly hint: string;
}

/** Stores a credential in a free slot of `slots`. @returns false when there is none. */
export async function insertCredential(
  credential: NewCredential,
  slots: number,
  tx: Transaction,
): Promise<boolean> {
  await vacate.run([credential.clientId], tx);
  const { id, clientId, kind, secretHmac, publicJwk, hint } = credential;
  return (
    (await takeSlot.run([id, clientId, kind, secretHmac ?? null, publicJwk ?? null, hint, slots], tx)) === 1
  );
}

const setGrace = statement<never, [string, string, number]>(
  'oauth_credentials_grace',
  `UPDATE oauth_credentials SET retire_grace_seconds = $3
   WHERE client_id = $1 AND kind = 'secret' AND id <> $2 AND revoked_at IS NULL AND retires_at IS NULL`,
);

/** Every other live secret will retire `graceSeconds` after the first use of `successorId`. */
export async function setRetirementGrace(
  clientId: string,
  successorId: string,
  graceSeconds: number,
  tx: Transaction,
): Promise<void> {
  await setGrace.run([clientId, successorId, graceSeconds], tx);
}

const retire = statement<never, [string, string]>(
  'oauth_credential_retire',
  `UPDATE oauth_credentials SET retires_at = now(), slot = NULL
   WHERE id = $1 AND client_id = $2 AND revoked_at IS NULL AND (retires_at IS NULL OR retires_at > now())`,
);

/** Retires a live credential now. @returns whether it did. */
export async function retireCredentialRow(id: string, clientId: string, tx: Transaction): Promise<boolean> {
  return (await retire.run([id, clientId], tx)) === 1;
}

const revokeOne = statement<never, [string, string]>(
  'oauth_credential_revoke',
  `UPDATE oauth_credentials SET revoked_at = now() WHERE id = $1 AND client_id = $2 AND revoked_at IS NULL`,
);

/** Revokes a credential, retired or not. @returns whether it did. */
export async function revokeCredentialRow(id: string, clientId: string, tx: Transaction): Promise<boolean> {
  return (await revokeOne.run([id, clientId], tx)) === 1;
}

const revokeWhole = statement<never, [string]>(
  'oauth_client_revoke',
  `UPDATE oauth_clients SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL`,
);

/** @returns whether it did. */
export async function revokeClientRow(id: string, tx: Transaction): Promise<boolean> {
  return (await revokeWhole.run([id], tx)) === 1;
}

const spend = statement<never, [string, Buffer, number]>(
  'spent_assertion_insert',
  `INSERT INTO spent_assertions (client_id, jti_hash, expires_at) VALUES ($1, $2, to_timestamp($3::float8))
   ON CONFLICT DO NOTHING`,
);

/** Uses up a `jti` until `expiresAt` (seconds since 1970). @returns false when it was used before. */
export async function spendAssertion(clientId: string, jtiHash: Buffer, expiresAt: number): Promise<boolean> {
  return (await spend.run([clientId, jtiHash, expiresAt])) === 1;
}

const eraseSpent = statement<never, []>(
  'spent_assertions_erase',
  `DELETE FROM spent_assertions WHERE expires_at < now() - interval '1 minute'`,
);

/** Erases assertions that are too old to be accepted anyway. @returns how many. */
export function eraseSpentAssertions(): Promise<number> {
  return eraseSpent.run([]);
}

interface UsedRow {
  id: string;
  client_id: string;
  project_id: string;
  first: boolean;
}

// Locked in order of id, so that two processes that write the same credentials cannot block each other.
const markUsed = statement<UsedRow, [string[]]>(
  'oauth_credentials_used',
  `WITH before AS MATERIALIZED (
     SELECT id, first_used_at FROM oauth_credentials WHERE id = ANY($1) ORDER BY id FOR UPDATE
   )
   UPDATE oauth_credentials k SET last_used_at = now(), first_used_at = coalesce(k.first_used_at, now())
   FROM before, oauth_clients c
   WHERE k.id = before.id AND c.id = k.client_id
   RETURNING k.id, k.client_id, c.project_id, before.first_used_at IS NULL AS first`,
);

const retirePredecessors = statement<never, [string[]]>(
  'oauth_credentials_succeed',
  `UPDATE oauth_credentials old SET retires_at = now() + make_interval(secs => old.retire_grace_seconds)
   FROM oauth_credentials successor
   WHERE successor.id = ANY($1) AND successor.kind = 'secret' AND old.kind = 'secret'
     AND old.client_id = successor.client_id AND old.id <> successor.id AND old.created_at <= successor.created_at
     AND old.retire_grace_seconds IS NOT NULL AND old.retires_at IS NULL AND old.revoked_at IS NULL`,
);

/**
 * Notes that these credentials were used. A first use starts the grace of the secrets it succeeds.
 *
 * @returns the clients of those that were used for the first time.
 */
export async function markCredentialsUsed(
  ids: readonly string[],
  tx: Transaction,
): Promise<{ clientId: string; projectId: string }[]> {
  const first = (await markUsed.all([[...ids]], tx)).filter((row) => row.first);
  if (first.length > 0) await retirePredecessors.run([first.map((row) => row.id)], tx);
  return first.map((row) => ({ clientId: row.client_id, projectId: row.project_id }));
}

const setScopes = statement<never, [string, readonly string[]]>(
  'oauth_client_scopes',
  `UPDATE oauth_clients SET scopes = $2 WHERE id = $1`,
);

export async function updateScopes(id: string, scopes: readonly string[], tx: Transaction): Promise<void> {
  await setScopes.run([id, scopes], tx);
}

export interface ListedClientRow {
  id: string;
  name: string;
  scopes: string[];
  created_at: Date;
  revoked_at: Date | null;
  credentials: {
    id: string;
    kind: 'secret' | 'public_key';
    hint: string;
    created_at: string;
    first_used_at: string | null;
    last_used_at: string | null;
    retires_at: string | null;
    revoked_at: string | null;
  }[];
}

const list = statement<ListedClientRow, [string]>(
  'oauth_clients_list',
  `SELECT c.id, c.name, c.scopes, c.created_at, c.revoked_at, coalesce((
     SELECT json_agg(json_build_object('id', k.id, 'kind', k.kind, 'hint', k.hint, 'created_at', k.created_at,
       'first_used_at', k.first_used_at, 'last_used_at', k.last_used_at, 'retires_at', k.retires_at,
       'revoked_at', k.revoked_at) ORDER BY k.created_at, k.id)
     FROM oauth_credentials k WHERE k.client_id = c.id), '[]') AS credentials
   FROM oauth_clients c
   WHERE c.project_id = $1 AND (c.revoked_at IS NULL OR c.revoked_at > now() - interval '30 days')
   ORDER BY c.revoked_at IS NOT NULL, c.created_at, c.id`,
);

export function selectClients(projectId: string): Promise<ListedClientRow[]> {
  return list.all([projectId]);
}
