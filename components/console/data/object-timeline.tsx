'use client';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { Timeline } from '@/components/ui/timeline';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import type { readTimeline } from '@/lib/console';
import { QueryProblem } from '../panel/query-problem';
import { placeOfId } from '../shell/places';

type Entry = Awaited<ReturnType<typeof readTimeline>>[number];

const actors: Readonly<Record<string, string>> = {
  client: 'by your program',
  person: 'by a person of your team',
  staff: 'by the lender',
  link: 'on the hosted page',
  system: 'by itself',
};

/** What happened to an object: its events, and who did what to it, oldest first. */
export function ObjectTimeline({ projectId, objectId }: { projectId: string; objectId: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.ofProject(projectId, 'data', { timeline: objectId }),
    queryFn: ({ signal }) =>
      request<{ data: readonly Entry[] }>(`/api/console/projects/${projectId}/timeline/${objectId}`, {
        signal,
      }),
    placeholderData: undefined,
  });
  if (error) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={3} />;
  if (data.data.length === 0) return <p className="text-ink-muted">Nothing has happened to it yet.</p>;
  return (
    <Timeline
      label="What happened, oldest first"
      entries={data.data.map(({ kind, id, name, actor, request_id, at }) => {
        const place = placeOfId(kind === 'event' ? id : (request_id ?? ''), projectId);
        return {
          id,
          at,
          tone: kind === 'event' ? ('positive' as const) : ('neutral' as const),
          title: <span className="font-mono text-13">{name}</span>,
          detail: (
            <p className="text-13">
              {kind === 'event' ? 'Event sent' : ((actor ? actors[actor.kind] : undefined) ?? '')}
              {place !== undefined && (
                <>
                  {', '}
                  <TextLink href={place}>{kind === 'event' ? 'deliveries' : 'request'}</TextLink>
                </>
              )}
            </p>
          ),
        };
      })}
    />
  );
}
