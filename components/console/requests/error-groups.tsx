'use client';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { DataTable, type Column } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import type { listErrorGroups } from '@/lib/request-log';
import { QueryProblem } from '../panel/query-problem';
import { requestPaths } from './request-paths';

export type ErrorGroup = Awaited<ReturnType<typeof listErrorGroups>>[number];

interface ErrorGroupsProps {
  readonly projectId: string;
  readonly initial: readonly ErrorGroup[];
}

/** What went wrong in the last 24 hours, by route, code and field, the most frequent first. */
export function ErrorGroups({ projectId, initial }: ErrorGroupsProps) {
  const paths = requestPaths(projectId);
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.ofProject(projectId, 'requests', { view: 'errors' }),
    queryFn: ({ signal }) => request<{ data: readonly ErrorGroup[] }>(paths.routes.errors, { signal }),
    initialData: { data: initial },
    refetchInterval: 30_000,
  });
  const columns: [Column<ErrorGroup>, ...Column<ErrorGroup>[]] = [
    {
      header: 'Error',
      cell: ({ operation, code }) => (
        <TextLink
          href={`${paths.list}?code=${encodeURIComponent(code)}&operation=${encodeURIComponent(operation)}`}
          className="font-mono text-13"
        >
          {code}
        </TextLink>
      ),
    },
    { header: 'Route', cell: ({ operation }) => <span className="font-mono text-12">{operation}</span> },
    { header: 'Field', cell: ({ param }) => <span className="font-mono text-12">{param ?? 'none'}</span> },
    { header: 'Calls', numeric: true, cell: ({ calls }) => calls.toLocaleString('en-GB') },
    {
      header: 'Last',
      cell: ({ last, last_request_id }) => (
        <TextLink href={`${paths.list}/${last_request_id}`}>
          <RelativeTime at={last} />
        </TextLink>
      ),
    },
  ];
  if (error) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  return (
    <DataTable
      caption="Errors of the last 24 hours"
      density="dense"
      columns={columns}
      rows={data.data}
      rowKey={({ operation, code, param }) => `${operation} ${code} ${param ?? ''}`}
      empty={
        <EmptyState icon={CircleCheck} title="No errors in the last 24 hours">
          Refused and failed calls are grouped here by route, code and field.
        </EmptyState>
      }
    />
  );
}
