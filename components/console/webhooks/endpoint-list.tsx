'use client';
import { useQuery } from '@tanstack/react-query';
import { Webhook } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { DataTable, type Column } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import type { Page } from '@/lib/core/pagination';
import type { Endpoint } from '@/lib/webhooks';
import { QueryProblem } from '../panel/query-problem';
import { EndpointStatus } from './endpoint-status';
import { webhookPaths } from './paths';
import { subscriptionText } from './subscription-text';

interface EndpointListProps {
  readonly projectId: string;
  readonly initial: Page<Endpoint>;
  readonly mayChange: boolean;
}

/** Every endpoint of the project: an account has at most twenty. */
export function EndpointList({ projectId, initial, mayChange }: EndpointListProps) {
  const paths = webhookPaths(projectId);
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.ofProject(projectId, 'webhooks', { list: 'endpoints' }),
    queryFn: ({ signal }) =>
      request<Page<Endpoint>>(paths.routes.endpoints, { query: { limit: 100 }, signal }),
    initialData: initial,
  });
  const columns: [Column<Endpoint>, ...Column<Endpoint>[]] = [
    {
      header: 'URL',
      cell: ({ id, url, description }) => (
        <>
          <TextLink href={paths.endpoint(id)} className="font-mono text-13 wrap-anywhere">
            {url}
          </TextLink>
          {description !== null && <p className="text-13 font-normal text-ink-muted">{description}</p>}
        </>
      ),
    },
    { header: 'Events', cell: ({ enabled_events }) => subscriptionText(enabled_events) },
    { header: 'Status', cell: (endpoint) => <EndpointStatus endpoint={endpoint} /> },
    { header: 'Added', cell: ({ created }) => <RelativeTime at={created} /> },
  ];
  if (error) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  return (
    <DataTable
      caption="Webhook endpoints"
      columns={columns}
      rows={data.data}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          icon={Webhook}
          title="No endpoints yet"
          action={
            mayChange && (
              <ButtonLink variant="primary" href={paths.newEndpoint}>
                Add endpoint
              </ButtonLink>
            )
          }
        >
          {mayChange
            ? 'Name the URL of your server, choose what it should hear of, and send it a test event.'
            : 'Somebody with the Developer role can add one.'}
        </EmptyState>
      }
    />
  );
}
