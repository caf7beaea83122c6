// The audit table. On every write's path, hence a prepared statement.
import { pool, prisma, statement, type Transaction } from '@/lib/db';
import type { ChainHead, ChainLink } from './chain';

type AuditRow = [
  id: string,
  stream: string,
  actorKind: string,
  actorId: string,
  act: string,
  objectId: string,
  requestId: string | null,
  detail: string,
];

const insert = statement<never, AuditRow>(
  'audit_insert',
  `INSERT INTO audit_entries (id, stream, actor_kind, actor_id, act, object_id, request_id, detail)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

export async function insertAuditEntry(tx: Transaction, row: AuditRow): Promise<void> {
  await insert.run(row, tx);
}

// Seals

const seal = statement<never, [entryIds: readonly string[]]>(
  'audit_seal',
  // Stream and hashes are the trigger's; it needs the rows one after another, hence the order.
  `INSERT INTO audit_seals (stream, sequence, entry_id, previous_hash, hash)
   SELECT '', 0, id, '', '' FROM unnest($1::text[]) WITH ORDINALITY AS given (id, place) ORDER BY place`,
);

/** Adds entries to the chains of their streams, in this order. */
export async function sealEntries(entryIds: readonly string[], tx: Transaction): Promise<void> {
  await seal.run([entryIds], tx);
}

/** Ids of entries in [firstId, endId) that no seal is about: at most `limit`, those of one stream next to each other. */
export async function findUnsealed(
  { firstId = '', endId = 'b' }: { readonly firstId?: string; readonly endId?: string },
  limit: number,
  tx?: Transaction,
): Promise<string[]> {
  const { rows } = await (tx?.client ?? pool()).query<{ id: string }>(
    `SELECT e.id FROM audit_entries e
     WHERE e.id >= $1 AND e.id < $2 AND NOT EXISTS (SELECT FROM audit_seals s WHERE s.entry_id = e.id)
     ORDER BY e.stream, e.id LIMIT $3`,
    [firstId, endId, limit],
  );
  return rows.map(({ id }) => id);
}

const sealedThrough = 'audit_sealed_through';

/** Milliseconds since 1970 up to which the sealing job has looked; 0 before its first run. */
export async function readSealedThrough(): Promise<number> {
  const fact = await prisma().platformFact.findUnique({ where: { name: sealedThrough } });
  return Number(fact?.value ?? 0);
}

export async function writeSealedThrough(milliseconds: number): Promise<void> {
  const value = String(milliseconds);
  await prisma().platformFact.upsert({
    where: { name: sealedThrough },
    create: { name: sealedThrough, value },
    update: { value },
  });
}

// Reading the chains

const linkColumns = `
  s.stream, s.sequence, encode(s.previous_hash, 'hex') AS "previousHash", encode(s.hash, 'hex') AS hash, s.entry_id AS "entryId",
  CASE WHEN e.id IS NULL THEN NULL ELSE json_build_object(
    'id', e.id, 'stream', e.stream, 'actorKind', e.actor_kind, 'actorId', e.actor_id, 'act', e.act, 'objectId', e.object_id,
    'requestId', coalesce(e.request_id, ''), 'detailText', e.detail::text,
    'createdAt', to_char(e.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) END AS entry`;

/** The next links after this place, over all streams in order. */
export async function readLinks(
  after: { readonly stream: string; readonly sequence: number },
  limit: number,
): Promise<ChainLink[]> {
  const { rows } = await pool().query<ChainLink>(
    `SELECT ${linkColumns} FROM audit_seals s LEFT JOIN audit_entries e ON e.id = s.entry_id
     WHERE (s.stream, s.sequence) > ($1, $2) ORDER BY s.stream, s.sequence LIMIT $3`,
    [after.stream, after.sequence, limit],
  );
  return rows;
}

/** The links about one object, oldest first. */
export async function readLinksOf(objectId: string): Promise<ChainLink[]> {
  const { rows } = await pool().query<ChainLink>(
    `SELECT ${linkColumns} FROM audit_entries e JOIN audit_seals s ON s.entry_id = e.id
     WHERE e.object_id = $1 ORDER BY e.created_at, e.id`,
    [objectId],
  );
  return rows;
}

export async function readHeads(): Promise<ChainHead[]> {
  const { rows } = await pool().query<ChainHead>(
    `SELECT stream, sequence, encode(hash, 'hex') AS hash FROM audit_heads ORDER BY stream`,
  );
  return rows;
}

// Exploring

export interface EntryFilters {
  readonly streams?: readonly string[] | undefined;
  readonly actor?: string | undefined;
  readonly act?: string | undefined;
  readonly object?: string | undefined;
  /** Ids from here on, and before there: ids sort by time. */
  readonly fromId?: string | undefined;
  readonly beforeId?: string | undefined;
}

export interface EntryRow {
  readonly id: string;
  readonly stream: string;
  readonly actorKind: string;
  readonly actorId: string;
  /** Of a person or a client; null for others. */
  readonly actorName: string | null;
  readonly act: string;
  readonly objectId: string;
  readonly requestId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  /** Null until it is sealed. */
  readonly sequence: number | null;
  readonly hash: string | null;
}

/** Newest first. An act ends with a dot to mean all acts of that object: `disbursement.`. */
export async function findEntries(filters: EntryFilters, rows: number): Promise<EntryRow[]> {
  const { streams, actor, act, object, fromId, beforeId } = filters;
  const found = await pool().query<EntryRow>(
    `SELECT e.id, e.stream, e.actor_kind AS "actorKind", e.actor_id AS "actorId", coalesce(p.name, c.name) AS "actorName",
       e.act, e.object_id AS "objectId", e.request_id AS "requestId", e.detail, e.created_at AS "createdAt",
       s.sequence, encode(s.hash, 'hex') AS hash
     FROM audit_entries e
       LEFT JOIN people p ON p.id = e.actor_id AND e.actor_kind IN ('person', 'staff')
       LEFT JOIN oauth_clients c ON c.id = e.actor_id AND e.actor_kind = 'client'
       LEFT JOIN audit_seals s ON s.entry_id = e.id
     WHERE ($1::text[] IS NULL OR e.stream = ANY ($1)) AND ($2::text IS NULL OR e.actor_id = $2)
       AND ($3::text IS NULL OR e.act = $3 OR (right($3, 1) = '.' AND starts_with(e.act, $3)))
       AND ($4::text IS NULL OR e.object_id = $4) AND ($5::text IS NULL OR e.id >= $5) AND ($6::text IS NULL OR e.id < $6)
     ORDER BY e.id DESC LIMIT $7`,
    [streams ?? null, actor ?? null, act ?? null, object ?? null, fromId ?? null, beforeId ?? null, rows],
  );
  return found.rows;
}
