// The audit table. On every write's path, hence a prepared statement.
import { statement, type Transaction } from '@/lib/db';

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
