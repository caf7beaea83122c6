// SQL of signing keys.
import { statement, type Transaction } from '@/lib/db';
import type { NewSigningKey, PublicJwk } from './signing-key';

export interface SigningKeyRow {
  kid: string;
  public_jwk: PublicJwk;
  private_key_encrypted: Buffer;
  activates_at: Date | null;
  retires_at: Date | null;
  removed_at: Date | null;
  /** How long it has been published, by the database's clock. */
  age_seconds: number;
  /** How long it has been signing; null for the next one. */
  signing_seconds: number | null;
}

const select = statement<SigningKeyRow, []>(
  'signing_keys_published',
  `SELECT kid, public_jwk, private_key_encrypted, activates_at, retires_at, removed_at,
          extract(epoch FROM now() - created_at)::float8 AS age_seconds,
          extract(epoch FROM now() - activates_at)::float8 AS signing_seconds
   FROM signing_keys WHERE removed_at IS NULL OR removed_at > now() ORDER BY created_at, kid`,
);

/** Every key that the JWKS shows. */
export function selectPublishedKeys(tx?: Transaction): Promise<SigningKeyRow[]> {
  return select.all([], tx);
}

// One rotation at a time, also across processes; the lock is the transaction's.
const lock = statement<never, []>(
  'signing_keys_lock',
  `SELECT pg_advisory_xact_lock(hashtextextended('oauth.signing-keys', 0))`,
);

export async function lockSigningKeys(tx: Transaction): Promise<void> {
  await lock.run([], tx);
}

const insert = statement<never, [string, PublicJwk, Buffer, boolean]>(
  'signing_key_insert',
  `INSERT INTO signing_keys (kid, public_jwk, private_key_encrypted, created_at, activates_at)
   VALUES ($1, $2, $3, now(), CASE WHEN $4 THEN now() END)`,
);

/** Publishes a key; with `active` it signs at once, else it is the next one. */
export async function insertSigningKey(key: NewSigningKey, active: boolean, tx: Transaction): Promise<void> {
  await insert.run([key.publicJwk.kid, key.publicJwk, key.privateKeyEncrypted, active], tx);
}

const retire = statement<never, [number]>(
  'signing_key_retire',
  `UPDATE signing_keys SET retires_at = now(), removed_at = now() + make_interval(secs => $1)
   WHERE activates_at IS NOT NULL AND retires_at IS NULL`,
);

/** The current key signs no more; it stays published for `stayPublishedSeconds`. @returns how many rows changed. */
export function retireCurrentKey(stayPublishedSeconds: number, tx: Transaction): Promise<number> {
  return retire.run([stayPublishedSeconds], tx);
}

const activate = statement<never, [string]>(
  'signing_key_activate',
  `UPDATE signing_keys SET activates_at = now() WHERE kid = $1 AND activates_at IS NULL`,
);

/** The next key becomes the current one. @returns how many rows changed. */
export function activateKey(kid: string, tx: Transaction): Promise<number> {
  return activate.run([kid], tx);
}

const eraseRemoved = statement<never, []>(
  'signing_keys_erase',
  `DELETE FROM signing_keys WHERE removed_at < now()`,
);

/** Erases keys that no living token was signed with. @returns how many. */
export function eraseRemovedKeys(): Promise<number> {
  return eraseRemoved.run([]);
}
