// The records of §6. Hot on every keyed write, hence prepared statements.
import { createHash } from 'node:crypto';
import { lookUp, statement, type Transaction } from '@/lib/db';
import { decrypt, encrypt } from '@/lib/crypto';
import type { KeyedRequest, StoredAnswer } from './answer-once';

interface RecordRow {
  payload_hash: Buffer;
  status: number;
  body_encrypted: Buffer;
}

const select = lookUp<RecordRow, [string, string, string, string]>(
  'idempotency_find',
  `SELECT payload_hash, status, body_encrypted FROM idempotency_records
   WHERE project_id = $1 AND method = $2 AND path = $3 AND key = $4`,
);

// The lock is the transaction's: whoever dies leaves nothing behind.
const lock = statement<{ locked: boolean }, [string]>(
  'idempotency_lock',
  `SELECT pg_try_advisory_xact_lock($1::bigint) AS locked`,
);

const insert = statement<never, [string, string, string, string, Buffer, number, Buffer]>(
  'idempotency_insert',
  `INSERT INTO idempotency_records (project_id, method, path, key, payload_hash, status, body_encrypted)
   VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);

const erase = statement<never, [number]>(
  'idempotency_erase',
  `DELETE FROM idempotency_records WHERE created_at < now() - make_interval(hours => $1)`,
);

/** Name of the unique constraint that makes a second effect impossible. */
export const recordConstraint = 'idempotency_records_pkey';

const scopeOf = ({ projectId, method, path, key }: KeyedRequest): [string, string, string, string] => [projectId, method, path, key]; // prettier-ignore
const bindingOf = (request: KeyedRequest) => scopeOf(request).join('\n');

/** The stored record, its body in clear; null when this key is new. */
export async function findRecord(
  request: KeyedRequest,
  tx?: Transaction,
): Promise<(StoredAnswer & { payloadHash: Buffer }) | null> {
  const row = await select.first(scopeOf(request), tx);
  if (!row) return null;
  return {
    status: row.status,
    body: decrypt('idempotency-body', row.body_encrypted, bindingOf(request)).toString('utf8'),
    payloadHash: row.payload_hash,
  };
}

/** Takes the lock of this key until the transaction ends; false when another request holds it. */
export async function tryLock(request: KeyedRequest, tx: Transaction): Promise<boolean> {
  const digest = createHash('sha256').update(bindingOf(request)).digest();
  const row = await lock.first([String(digest.readBigInt64BE())], tx);
  return row?.locked === true;
}

/** Stores an answer. Fails on `recordConstraint` when there is one already. */
export async function insertRecord(
  request: KeyedRequest,
  payloadHash: Buffer,
  answer: StoredAnswer,
  tx: Transaction,
): Promise<void> {
  const sealed = encrypt('idempotency-body', answer.body, bindingOf(request));
  await insert.run([...scopeOf(request), payloadHash, answer.status, sealed], tx);
}

/** Erases records older than `hours`. @returns how many. */
export function eraseRecordsOlderThan(hours: number): Promise<number> {
  return erase.run([hours]);
}
