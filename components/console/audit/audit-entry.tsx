'use client';
import { IdChip } from '@/components/ui/id-chip';
import { JsonViewer } from '@/components/ui/json-viewer';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { PartnerAuditPage } from '@/lib/console';
import { placeOfId } from '../shell/places';

export type AuditEntry = PartnerAuditPage['data'][number];

interface AuditEntryRowProps {
  readonly entry: AuditEntry;
  /** Of the stream, where it is a project. */
  readonly projectName: string | undefined;
}

/** One act as a sentence; opened, as it is stored. */
export function AuditEntryRow({ entry, projectName }: AuditEntryRowProps) {
  const place = projectName === undefined ? undefined : placeOfId(entry.object_id, entry.stream);
  const request =
    projectName === undefined || entry.request_id === null
      ? undefined
      : placeOfId(entry.request_id, entry.stream);
  return (
    <li>
      <details className="group">
        <summary className="flex cursor-pointer flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 px-4 py-2.5 hover:bg-sunken">
          <span className="min-w-0">
            <span className="font-medium text-ink">{entry.actor.shown}</span>{' '}
            <span className="text-ink-soft">{entry.phrase}</span>
            {projectName !== undefined && <span className="text-ink-muted"> in {projectName}</span>}
          </span>
          <span className="text-13 text-ink-muted">
            <RelativeTime at={entry.created} />
          </span>
        </summary>
        <div className="space-y-3 border-t border-line bg-sunken/50 px-4 py-3">
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-13">
            <IdChip id={entry.object_id} what="object id" />
            {place !== undefined && <TextLink href={place}>Show the object</TextLink>}
            {request !== undefined && <TextLink href={request}>Show the request</TextLink>}
          </p>
          <JsonViewer value={entry} title="The entry" />
        </div>
      </details>
    </li>
  );
}
