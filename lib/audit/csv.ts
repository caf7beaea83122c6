// The audit trail as CSV, for an auditor's own tools.
import { csvText } from '@/lib/core/csv';
import { entryFilters } from './list';
import { findEntries } from './repository';
import type { AuditFilters } from './schemas';

const mostRows = 10_000;
const columns = [
  'id', 'at', 'stream', 'sequence', 'actor_kind', 'actor_id', 'actor_name', 'act', 'object_id', 'request_id', 'detail', 'hash',
]; // prettier-ignore

interface View {
  /** Instead of one stream: those of a partner and its projects. */
  readonly streams?: readonly string[];
  /** A partner does not learn who of the lender's staff did something. */
  readonly hidesStaff?: boolean;
}

/** The newest 10,000 entries that match; the control totals say how many there are, and whether that is all. */
export async function auditCsv(
  filters: AuditFilters,
  { streams, hidesStaff = false }: View = {},
): Promise<string> {
  const found = await findEntries(entryFilters(filters, streams && [...streams]), mostRows + 1);
  const rows = found
    .slice(0, mostRows)
    .map((row) =>
      hidesStaff && row.actorKind === 'staff' ? { ...row, actorId: null, actorName: null } : row,
    );
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
