// The audit trail as CSV, for an auditor's own tools.
import { csvText } from '@/lib/core/csv';
import { entryFilters } from './list';
import { findEntries } from './repository';
import type { AuditFilters } from './schemas';

const mostRows = 10_000;
const columns = [
  'id', 'at', 'stream', 'sequence', 'actor_kind', 'actor_id', 'actor_name', 'act', 'object_id', 'request_id', 'detail', 'hash',
]; // prettier-ignore

/** The newest 10,000 entries that match; the control totals say how many there are, and whether that is all. */
export async function auditCsv(filters: AuditFilters): Promise<string> {
  const found = await findEntries(entryFilters(filters), mostRows + 1);
  const rows = found.slice(0, mostRows);
  const lines = rows.map((row) => [
    row.id, row.createdAt.toISOString(), row.stream, row.sequence, row.actorKind,
    row.actorId, row.actorName, row.act, row.objectId, row.requestId, JSON.stringify(row.detail), row.hash,
  ]); // prettier-ignore
  const sealed = rows.filter(({ sequence }) => sequence !== null).length;
  return csvText(columns, lines, {
    rows: rows.length,
    sealed_rows: sealed,
    complete: found.length > mostRows ? 'no, narrow the filters' : 'yes',
  });
}
