'use client';
import { ScrollText } from 'lucide-react';
import type { ReactNode } from 'react';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { IdChip } from '@/components/ui/id-chip';
import { JsonViewer } from '@/components/ui/json-viewer';
import type { AuditEntryListing } from '@/lib/audit';

function Entry({ entry }: { entry: AuditEntryListing }) {
  const { actor, phrase, object_id: objectId, created, seal } = entry;
  return (
    <li>
      <details className="group">
        <summary className="flex min-h-9 cursor-pointer flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-1.75 marker:content-none hover:bg-sunken">
          <span className="min-w-0 grow basis-72">
            <span className="font-medium text-ink">{actor.shown}</span> {phrase}{' '}
            <span className="font-mono text-12 wrap-anywhere text-ink-muted">{objectId}</span>
          </span>
          <span className="numeric text-13 whitespace-nowrap text-ink-muted">
            {seal === null ? 'not sealed yet' : `link ${seal.sequence}`}
          </span>
          <span className="text-13 text-ink-muted">
            <DateTime at={created} />
          </span>
        </summary>
        <div className="space-y-2 border-t border-line bg-sunken px-4 py-3">
          <p className="flex flex-wrap gap-2">
            <IdChip id={entry.stream} what="stream" />
            <IdChip id={actor.id} what="actor id" />
            {entry.request_id !== null && <IdChip id={entry.request_id} what="request id" />}
          </p>
          <JsonViewer title={entry.id} value={entry} />
        </div>
      </details>
    </li>
  );
}

/** Entries of the audit trail: a sentence each, and the entry as it is stored when it is opened. */
export function EntryList({ entries, empty }: { entries: readonly AuditEntryListing[]; empty?: ReactNode }) {
  if (entries.length === 0) {
    return (
      empty ?? (
        <EmptyState icon={ScrollText} title="No entries yet">
          Every act leaves one here, refused ones too.
        </EmptyState>
      )
    );
  }
  return (
    <ol
      aria-label="Audit entries"
      className="divide-y divide-line overflow-hidden rounded-surface border border-line bg-surface"
    >
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </ol>
  );
}
