'use client';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import type { WhatIf } from '@/lib/usage';
import { QueryProblem } from '../panel/query-problem';
import { Section } from '../section';
import { projectPath } from '../shell/places';
import { WhatIfTable } from './what-if-table';

interface WhatIfSectionProps {
  readonly projectId: string;
  readonly livemode: boolean;
}

/** The last 24 hours of arrivals, replayed through every tier. Read after the page: a busy day takes a moment. */
export function WhatIfSection({ projectId, livemode }: WhatIfSectionProps) {
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.ofProject(projectId, 'what-if'),
    queryFn: ({ signal }) => request<WhatIf>(`/api/console/projects/${projectId}/usage/what-if`, { signal }),
  });
  return (
    <Section
      title="What if you had another tier"
      lead={
        <>
          The calls of your last 24 hours, decided again by the limiter with each tier’s figures.{' '}
          <TextLink href="/docs/rate-limits#what-if">How it is counted</TextLink>
          {livemode && (
            <>
              ; a <TextLink href={projectPath(projectId, 'settings')}>request for a tier</TextLink> takes it
              along
            </>
          )}
          .
        </>
      }
    >
      {data !== undefined ? (
        <WhatIfTable whatIf={data} />
      ) : error ? (
        <QueryProblem error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton lines={4} />
      )}
    </Section>
  );
}
