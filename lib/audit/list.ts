// The audit trail as people read it: newest first, each entry as a sentence and as it is stored.
import { firstIdAt } from '@/lib/core/ids';
import { findEntries, type EntryFilters, type EntryRow } from './repository';
import type { AuditFilters } from './schemas';
import { auditActorName, auditPhrase } from './sentence';

const pageSize = 50;

const idAt = (instant: string | undefined) =>
  instant === undefined ? undefined : firstIdAt('aud', Date.parse(instant));
const earlier = (one: string | undefined, other: string | undefined) =>
  one === undefined || other === undefined ? (one ?? other) : one < other ? one : other;

/** The filters as the rows know them. An entry's id carries its time, to the millisecond in which the act began. */
export function entryFilters(
  { stream, actor, act, object, after, before, before_id: beforeId }: AuditFilters,
  streams = stream === undefined ? undefined : [stream],
): EntryFilters {
  return { streams, actor, act, object, fromId: idAt(after), beforeId: earlier(beforeId, idAt(before)) };
}

function toListing(row: EntryRow) {
  return {
    id: row.id,
    object: 'audit_entry' as const,
    created: row.createdAt.toISOString(),
    stream: row.stream,
    actor: {
      kind: row.actorKind,
      id: row.actorId,
      name: row.actorName,
      shown: auditActorName(row.actorKind, row.actorName),
    },
    act: row.act,
    phrase: auditPhrase(row.act),
    object_id: row.objectId,
    request_id: row.requestId,
    detail: row.detail,
    /** Its place in the stream's chain; null for the minute until an ordinary act is sealed. */
    seal: row.sequence === null ? null : { sequence: row.sequence, hash: row.hash },
  };
}
export type AuditEntryListing = ReturnType<typeof toListing>;

/**
 * Fifty entries.
 *
 * @param input.streams instead of one stream: those of a partner and its projects.
 * @returns with `next_before_id` for the page after; null at the end.
 */
export async function listAudit(input: AuditFilters & { readonly streams?: readonly string[] }) {
  const { streams, ...filters } = input;
  const rows = await findEntries(entryFilters(filters, streams && [...streams]), pageSize + 1);
  const data = rows.slice(0, pageSize).map(toListing);
  return {
    object: 'list' as const,
    data,
    next_before_id: rows.length > pageSize ? (data.at(-1)?.id ?? null) : null,
  };
}
