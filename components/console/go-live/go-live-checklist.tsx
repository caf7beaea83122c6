'use client';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/text-link';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import type { Checklist } from '@/lib/go-live';
import { placeOfId } from '../shell/places';
import { checklistItems } from './checklist-items';

type Proof = Checklist['items'][number]['proof'];

const refreshMs = 10_000;

function ProofLink({ projectId, proof, label }: { projectId: string; proof: Proof; label: string }) {
  const place = proof === null ? undefined : placeOfId(proof.id, projectId);
  if (proof === null || place === undefined) return null;
  return (
    <p className="text-13 text-ink-muted">
      {label}: <TextLink href={place}>{proof.kind}</TextLink>, <DateTime at={proof.at} />
    </p>
  );
}

/** Each item with the call that proves it; an item loses its tick when newer behaviour says otherwise. */
export function GoLiveChecklist({ projectId, initial }: { projectId: string; initial: Checklist }) {
  const { data } = useQuery({
    queryKey: queryKeys.ofProject(projectId, 'go-live'),
    queryFn: ({ signal }) =>
      request<{ checklist: Checklist }>(`/api/console/projects/${projectId}/go-live`, { signal }),
    initialData: { checklist: initial },
    refetchInterval: refreshMs,
  });
  const { items } = data.checklist;
  const done = items.filter(({ passed }) => passed).length;
  return (
    <section aria-labelledby="checklist-heading">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="checklist-heading" className="text-16 font-semibold">
          What your program has shown
        </h2>
        <p role="status" className="numeric text-ink-muted">
          {done} of {items.length}, in the last seven days
        </p>
      </div>
      <ul className="divide-y divide-line rounded-surface border border-line bg-surface">
        {items.map(({ id, passed, proof, counter_proof }) => {
          const Icon = passed ? CircleCheck : CircleDashed;
          return (
            <li key={id} className="flex gap-3 px-4 py-3">
              <Icon
                role="img"
                aria-label={passed ? 'Shown' : 'Not shown yet'}
                className={
                  passed ? 'mt-0.5 size-4.5 shrink-0 text-accent' : 'mt-0.5 size-4.5 shrink-0 text-ink-muted'
                }
              />
              <div className="min-w-0">
                <p className="font-medium text-ink">{checklistItems[id].title}</p>
                {!passed && <p className="max-w-[72ch] text-ink-soft">{checklistItems[id].how}</p>}
                <ProofLink projectId={projectId} proof={passed ? proof : null} label="Proved by" />
                <ProofLink projectId={projectId} proof={counter_proof} label="What speaks against it" />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
