'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { useNotice } from '@/components/ui/toast';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import type { Drill, Endpoint } from '@/lib/webhooks';
import { Section } from '../section';
import { DrillResult } from './drill-result';
import { webhookPaths } from './paths';

interface FireDrillProps {
  readonly projectId: string;
  readonly endpoint: Endpoint;
  readonly mayRun: boolean;
}

/** Six shots at a sandbox endpoint, and the newest score. */
export function FireDrill({ projectId, endpoint, mayRun }: FireDrillProps) {
  const route = `${webhookPaths(projectId).routes.endpoint(endpoint.id)}/drills`;
  const key = queryKeys.ofProject(projectId, 'webhooks', { drills: endpoint.id });
  const queryClient = useQueryClient();
  const notify = useNotice();
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => request<{ data: readonly Drill[] }>(route, { signal }),
    enabled: !endpoint.livemode,
  });
  const run = useMutation({
    mutationFn: () => request<Drill>(route, { method: 'POST' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key }),
    onError: ({ message }) => notify({ tone: 'problem', title: 'The drill did not run', text: message }),
  });
  const [newest] = data?.data ?? [];
  return (
    <Section
      title="Fire drill"
      lead={
        endpoint.livemode ? (
          'A drill never runs against live endpoints. Run it in a sandbox project, against the same code.'
        ) : (
          <>
            Six shots at your receiver: valid, repeated, forged, stale, out of order and slow. It takes some
            seconds. <TextLink href="/docs/webhooks#drill">What is sent</TextLink>
          </>
        )
      }
    >
      {!endpoint.livemode && (
        <div className="space-y-4">
          {mayRun && (
            <Button
              disabled={endpoint.status !== 'enabled'}
              onClick={() => run.mutate()}
              pendingLabel={run.isPending ? 'Running fire drill' : undefined}
            >
              Run fire drill
            </Button>
          )}
          {newest !== undefined && <DrillResult drill={newest} />}
        </div>
      )}
    </Section>
  );
}
